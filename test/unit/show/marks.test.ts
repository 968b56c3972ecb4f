import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { slice } from '../../../server/show/store.js';
import { testFloor, type TestFloor } from '../../fixtures/floor.js';

const markId = randomUUID();
const OTHER_BOOT = randomUUID();

/** A mark pressed at that time on a device that may have been away since. */
const pressed = (floor: TestFloor, issuedAt: number, id: string = markId) =>
  floor.send({ ...floor.envelope('mark.add', { markId: id }), issuedAt, bootId: OTHER_BOOT });

const markOf = (floor: TestFloor) => floor.store.state[`mark:${markId}`];

describe('a mark', () => {
  it('has the time of the press, and the take and the stream that ran then', async () => {
    const floor = testFloor();
    floor.obsComes();
    const streamSessionId = randomUUID();
    const session = {
      ...{ id: streamSessionId, startedAt: floor.clock.now(), endedAt: null },
      ...{ startAskedBy: null, stopAskedBy: null, gaps: [] },
    };
    floor.obs(slice(`streamSession:${streamSessionId}`, session));
    floor.obs({
      record: {
        state: 'on',
        startedAt: floor.clock.now(),
        pausedAt: null,
        hasDied: false,
        path: '/rec/a.mkv',
      },
    });
    const { takeId } = floor.store.state.currentTake ?? {};
    await floor.clock.pass(5000);
    const at = floor.clock.now();
    expect(await pressed(floor, at)).toEqual({ ok: true });
    expect(markOf(floor)).toEqual({ id: markId, at, leadMs: 10_000, takeId, streamSessionId, note: '' });
  });

  it('that comes hours late, and over a restart, belongs to what ran when it was pressed', async () => {
    const floor = testFloor();
    floor.obsComes();
    const startedAt = floor.clock.now();
    floor.obs({ record: { state: 'on', startedAt, pausedAt: null, hasDied: false, path: '/rec/a.mkv' } });
    const { takeId } = floor.store.state.currentTake ?? {};
    await floor.clock.pass(60_000);
    floor.obs({
      record: { state: 'off', startedAt: null, pausedAt: null, hasDied: false, path: '/rec/a.mkv' },
    });
    await floor.clock.pass(7_200_000);
    await pressed(floor, startedAt + 10_000);
    expect(markOf(floor)).toMatchObject({ at: startedAt + 10_000, takeId });
    const between = randomUUID();
    await pressed(floor, startedAt + 90_000, between);
    expect(floor.store.state[`mark:${between}`]).toMatchObject({ takeId: null });
  });

  it('is never later than now, whatever the clock of the device says', async () => {
    const floor = testFloor();
    await pressed(floor, floor.clock.now() + 3_600_000);
    expect(markOf(floor)?.at).toBe(floor.clock.now());
  });

  it('that is sent again, in other words and much later, is the one that it was', async () => {
    const floor = testFloor();
    const at = floor.clock.now();
    await pressed(floor, at);
    await floor.clock.pass(60_000);
    expect(await pressed(floor, floor.clock.now())).toEqual({ ok: true });
    expect(markOf(floor)?.at).toBe(at);
  });

  it('is refused while the disk refuses it, so that the device keeps it', async () => {
    const floor = testFloor();
    floor.db.exec("CREATE TRIGGER full BEFORE INSERT ON slices BEGIN SELECT RAISE(ABORT, 'full'); END");
    expect(await pressed(floor, floor.clock.now())).toMatchObject({ code: 'not-saved' });
    expect(markOf(floor)).toBeUndefined();
  });
});
