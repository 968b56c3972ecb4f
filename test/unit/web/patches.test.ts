import { describe, expect, it } from 'vitest';
import { Patches } from '../../../web/live/patches.js';

const scenes = [{ id: 'a', name: 'Wide' }];
const program = { sceneId: 'a', goingTo: null };

function started(): Patches {
  const patches = new Patches();
  patches.start({ bootId: 'boot', you: { deviceId: 'tablet', role: 'producer' }, seq: 7, state: { scenes } });
  return patches;
}

describe('patches', () => {
  it('adds what is set and drops what is gone, in a new object', () => {
    const patches = started();
    const before = patches.state;
    expect(patches.apply({ bootId: 'boot', seq: 8, set: { program }, gone: ['scenes'] })).toBe(true);
    expect(patches.state).toEqual({ program });
    expect(before).toEqual({ scenes });
  });

  it.each([
    ['a gap', 'boot', 9],
    ['a repeat', 'boot', 7],
    ['another boot', 'other', 8],
  ])('refuses %s and changes nothing', (_, bootId, seq) => {
    const patches = started();
    expect(patches.apply({ bootId, seq, set: { program }, gone: [] })).toBe(false);
    expect(patches.state).toEqual({ scenes });
  });

  it('keeps the last picture after the end, and patches nothing onto it', () => {
    const patches = started();
    patches.end();
    expect(patches.bootId).toBeNull();
    expect(patches.apply({ bootId: 'boot', seq: 8, set: { program }, gone: [] })).toBe(false);
    expect(patches.state).toEqual({ scenes });
  });

  it('takes patches before any snapshot for a gap', () => {
    expect(new Patches().apply({ bootId: 'boot', seq: 1, set: {}, gone: [] })).toBe(false);
  });
});
