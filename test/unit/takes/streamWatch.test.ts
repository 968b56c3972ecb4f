import { describe, expect, it } from 'vitest';
import { testFloor, type TestFloor } from '../../fixtures/floor.js';
import { liveOn, lose, RECORD_OFF, recordingOn, STREAM_OFF } from './streams.js';

const alerts = ({ store }: TestFloor) => store.state.alerts?.map(({ code }) => code);

describe('what is said of a stream', () => {
  it('is that it reconnects, while it does', () => {
    const floor = testFloor();
    floor.obsComes();
    floor.obs({ record: recordingOn(floor), stream: liveOn(floor) });
    const now = floor.clock.now();
    floor.obs({ stream: { state: 'reconnecting', startedAt: now, reconnectingSince: now } });
    expect(alerts(floor)).toEqual(['stream-reconnecting']);
    floor.obs({ stream: liveOn(floor) });
    expect(alerts(floor)).toEqual([]);
  });

  it('is that nothing is recorded, after the time that it takes to start both', async () => {
    const floor = testFloor();
    floor.obsComes();
    floor.obs({ stream: liveOn(floor) });
    await floor.clock.pass(4900);
    expect(alerts(floor)).toEqual([]);
    await floor.clock.pass(200);
    expect(alerts(floor)).toEqual(['stream-not-recorded']);
    floor.obs({ record: recordingOn(floor) });
    expect(alerts(floor)).toEqual([]);
    floor.obs({ record: RECORD_OFF });
    await floor.clock.pass(5000);
    expect(alerts(floor)).toEqual(['stream-not-recorded']);
    floor.obs({ stream: { ...liveOn(floor), state: 'stopping' } });
    floor.obs({ stream: STREAM_OFF });
    await floor.clock.pass(60_000);
    expect(alerts(floor)).toEqual([]);
  });

  it('is that later in set-up, where a try is short and a forgotten mode is not', async () => {
    const floor = testFloor();
    floor.obsComes();
    await floor.command('mode.set', { mode: 'set-up' });
    floor.obs({ stream: liveOn(floor) });
    await floor.clock.pass(59_000);
    expect(alerts(floor)).toEqual([]);
    await floor.clock.pass(1000);
    expect(alerts(floor)).toEqual(['stream-not-recorded']);
    lose(floor);
    expect(alerts(floor)).toEqual([]);
  });

  it('is that a rehearsal is live which somebody started in OBS', async () => {
    const floor = testFloor();
    floor.obsComes();
    await floor.command('mode.set', { mode: 'rehearsal' });
    floor.obs({ record: recordingOn(floor), stream: liveOn(floor) });
    expect(alerts(floor)).toEqual(['live-in-rehearsal']);
    expect(floor.store.state.currentStream?.sessionId).not.toBeNull();
    await floor.command('mode.set', { mode: 'show' });
    expect(alerts(floor)).toEqual([]);
  });
});
