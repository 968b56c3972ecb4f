import { describe, expect, it, onTestFinished } from 'vitest';
import type { StreamSession } from '../../../server/protocol/slices.js';
import { entriesOf } from '../../../server/show/store.js';
import { testFolder } from '../../fixtures/folder.js';
import { openFloor, testFloor, type TestFloor } from '../../fixtures/floor.js';
import { ManualClock } from '../../fixtures/manualClock.js';
import { liveOn, lose, STREAM_OFF } from './streams.js';

function sessions({ store }: Pick<TestFloor, 'store'>): StreamSession[] {
  return entriesOf(store.state)
    .map(([key]) => key)
    .filter((key): key is `streamSession:${string}` => key.startsWith('streamSession:'))
    .flatMap((key) => store.state[key] ?? [])
    .sort((a, b) => a.startedAt - b.startedAt);
}

describe('a stream session', () => {
  it('begins with the stream, whoever started it, and ends with it', async () => {
    const floor = testFloor();
    floor.obsComes();
    expect(floor.store.state.currentStream).toEqual({ sessionId: null });
    const startedAt = floor.clock.now();
    floor.obs({ stream: liveOn(floor) });
    expect(sessions(floor)).toMatchObject([{ startedAt, endedAt: null, gaps: [] }]);
    expect(floor.store.state.currentStream).toEqual({ sessionId: sessions(floor)[0]?.id });
    await floor.clock.pass(9000);
    floor.obs({ stream: STREAM_OFF });
    expect(sessions(floor)).toMatchObject([{ endedAt: startedAt + 9000 }]);
    expect(floor.store.state.currentStream).toEqual({ sessionId: null });
  });

  it('is one through reconnections, with a gap for each', async () => {
    const floor = testFloor();
    floor.obsComes();
    const stream = liveOn(floor);
    floor.obs({ stream });
    await floor.clock.pass(5000);
    const from = floor.clock.now();
    floor.obs({ stream: { ...stream, state: 'reconnecting', reconnectingSince: from } });
    expect(sessions(floor)).toMatchObject([{ gaps: [{ from, to: null }] }]);
    await floor.clock.pass(3000);
    floor.obs({ stream });
    expect(sessions(floor)).toMatchObject([{ endedAt: null, gaps: [{ from, to: from + 3000 }] }]);
    expect(floor.streamLedger.known).toEqual({
      startedAt: stream.startedAt,
      countedFrom: { earliest: from + 3000, latest: from + 3000 },
    });
  });

  it('goes on when OBS was out of sight, and was live at the time when OBS died with it', async () => {
    const floor = testFloor();
    floor.obsComes();
    const stream = liveOn(floor);
    floor.obs({ stream });
    lose(floor);
    floor.obsComes();
    const [session] = sessions(floor);
    expect(session).toMatchObject({ endedAt: floor.clock.now() });
    floor.obs({ stream: liveOn(floor) });
    await floor.clock.pass(4000);
    const lostAt = floor.clock.now();
    lose(floor);
    await floor.clock.pass(60_000);
    floor.obsComes();
    expect(sessions(floor).at(-1)).toMatchObject({ endedAt: lostAt });
  });

  it('of a server that was killed goes on, or ends where another began meanwhile', () => {
    for (const isSame of [true, false]) {
      const folder = testFolder();
      const before = openFloor({ folder, clock: new ManualClock() });
      before.obsComes();
      const stream = liveOn(before);
      before.obs({ stream });
      before.db.close();
      const after = openFloor({ folder, clock: new ManualClock() });
      onTestFinished(() => void after.db.close());
      const startedAt = (stream.startedAt ?? 0) + (isSame ? 0 : 50_000);
      after.obs({ stream: { ...stream, startedAt } });
      expect(sessions(after).filter(({ endedAt }) => endedAt === null)).toMatchObject([{ startedAt }]);
      expect(sessions(after)).toHaveLength(isSame ? 1 : 2);
    }
  });
});
