import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { InputMemory } from '../../../server/show/inputMemory.js';
import { openFloor } from '../../fixtures/floor.js';
import { testFolder } from '../../fixtures/folder.js';
import { ManualClock } from '../../fixtures/manualClock.js';

describe('the memory of inputs', () => {
  it('outlives a restart, by the name that each had last', () => {
    const folder = testFolder();
    const floor = openFloor({ folder, clock: new ManualClock() });
    const [mic, camera] = [randomUUID(), randomUUID()];
    const memory = new InputMemory(floor.store);
    memory.keep('booth', mic, 'Mic');
    memory.keep('booth', camera, 'Camera');
    memory.keep('booth', mic, 'Host mic');
    floor.db.close();
    const again = new InputMemory(openFloor({ folder, clock: new ManualClock() }).store);
    expect(again.known('booth', 'Host mic')).toBe(mic);
    expect(again.known('booth', 'Camera')).toBe(camera);
    expect(again.known('booth', 'Mic')).toBeUndefined();
    expect(again.known('another', 'Camera')).toBeUndefined();
  });

  it('gives a name to the input that has it now', () => {
    const { store } = openFloor({ folder: testFolder(), clock: new ManualClock() });
    const memory = new InputMemory(store);
    const newer = randomUUID();
    memory.keep('booth', randomUUID(), 'Mic');
    memory.keep('booth', newer, 'Mic');
    expect(memory.known('booth', 'Mic')).toBe(newer);
    expect(store.state['inputs:booth']?.inputs).toHaveLength(1);
  });
});
