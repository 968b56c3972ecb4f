import { describe, expect, it } from 'vitest';
import type { Patch, Snapshot } from '../../server/protocol/events.js';
import { heard, testEdge } from '../fixtures/edge.js';
import { lineThrough } from './stranger.js';

/** What one patch is long, in characters, and how many go out. */
const LONG = 100_000;
const PATCHES = 400;
/** What the kernels of both ends hold besides, in characters; a page that does not read fills that first. */
const KERNELS = 12_000_000;

describe('a page that reads nothing and answers every ping', () => {
  it('is hung up on before it fills the memory, and all others hear everything in order', async () => {
    const { floor, desk, origin, pairing, page } = await testEdge();
    const reader = desk();
    const { seq } = await heard<Snapshot>(reader, 'snapshot');
    const heardSeqs: number[] = [];
    reader.on('patch', (patch: Patch) => {
      if ('scenes' in patch.set) heardSeqs.push(patch.seq);
    });
    const { secret, device } = pairing.token('producer', 'Slow');
    const slow = await lineThrough(origin, '/desk', { ...page, token: secret });
    slow.pause();
    const isHere = () => floor.store.state.here?.some(({ deviceId }) => deviceId === device.id) === true;
    expect(isHere()).toBe(true);

    let sentToSlow = 0;
    for (let round = 0; round < PATCHES; round++) {
      // It claims to have read the pings that it cannot have seen.
      if (round % 50 === 0) slow.send('3');
      if (isHere()) sentToSlow += LONG;
      floor.obs({ scenes: [{ id: `scene-${round}`, name: 'x'.repeat(LONG) }] });
      while (heardSeqs.length <= round) await heard(reader, 'patch');
    }
    expect(isHere()).toBe(false);
    expect(sentToSlow).toBeLessThan(KERNELS + 2 * 2_000_000);
    expect(heardSeqs).toEqual([...heardSeqs].sort((a, b) => a - b));
    expect(heardSeqs[0]).toBeGreaterThan(seq);
    expect(reader.connected).toBe(true);
  });

  it('and asks for an answer at its leisure, again and again, is hung up on just the same', async () => {
    const { floor, desk, origin, pairing, page } = await testEdge();
    const other = desk();
    await heard(other, 'snapshot');
    const { secret, device } = pairing.token('viewer', 'Slow');
    const slow = await lineThrough(origin, '/desk', { ...page, token: secret });
    slow.pause();
    const isHere = () => floor.store.state.here?.some(({ deviceId }) => deviceId === device.id) === true;
    let asked = 0;
    for (; isHere() && asked < 500_000; asked += 250) {
      for (let index = 0; index < 250; index++) slow.ping('x'.repeat(100));
      slow.send('3');
      await other.timeout(2000).emitWithAck('clock');
      floor.clock.passAtOnce(2000);
    }
    expect(isHere()).toBe(false);
    // More than anybody may ask at once: it was not for that.
    expect(asked).toBeGreaterThan(2500);
  });
});
