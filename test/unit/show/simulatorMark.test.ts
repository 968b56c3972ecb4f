import { describe, expect, it } from 'vitest';
import { testFloor } from '../../fixtures/floor.js';

describe('the mark of the simulator', () => {
  it('is set when what answers says that it is no OBS, and stays until a real one answers', () => {
    const floor = testFloor();
    const booth = { id: 'b', name: 'b', bootId: floor.bootId, version: '0', build: 'x', simulator: false };
    floor.obs({ booth });
    floor.obsComes();
    const { obs } = floor.store.state;
    if (obs?.version == null) throw new Error('OBS has no version');
    expect(floor.store.state.booth?.simulator).toBe(false);
    floor.obs({ obs: { ...obs, version: { ...obs.version, isSimulator: true } } });
    expect(floor.store.state.booth?.simulator).toBe(true);
    floor.obs({ obs: { ...obs, link: 'gone', version: null } });
    expect(floor.store.state.booth?.simulator).toBe(true);
    floor.obs({ obs });
    expect(floor.store.state.booth?.simulator).toBe(false);
  });
});
