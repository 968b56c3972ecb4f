import { beforeEach, describe, expect, it } from 'vitest';
import type { KnownStream } from '../../../server/obs/onAirClock.js';
import { StreamReading } from '../../../server/obs/streamReading.js';
import type { StreamEvent } from '../../../server/obs/translate/events.js';
import { ManualClock } from '../../fixtures/manualClock.js';

describe('the reading of the stream', () => {
  let clock: ManualClock;
  let obs: { outputActive: boolean; outputReconnecting: boolean; outputDuration: number };
  let wishes: number[];
  let known: KnownStream | null;
  let reading: StreamReading;

  beforeEach(() => {
    clock = new ManualClock();
    wishes = [];
    known = null;
    obs = { outputActive: false, outputReconnecting: false, outputDuration: 0 };
    reading = new StreamReading({
      clock,
      known: () => known,
      lookIn: (ms) => wishes.push(ms),
      ask: () => Promise.resolve(obs),
    });
  });

  const hear = async (event: StreamEvent) => {
    if (reading.hear({ about: 'stream', event })) await reading.read();
    return reading.value;
  };
  const live = async (forMs: number) => {
    obs.outputActive = true;
    await hear('started');
    clock.passAtOnce(forMs);
    obs.outputDuration = forMs;
  };

  it('is on when OBS says so, with the time on our clock', async () => {
    expect((await hear('starting')).state).toBe('starting');
    obs.outputActive = true;
    const at = clock.now();
    expect(await hear('started')).toEqual({ state: 'on', startedAt: at, reconnectingSince: null });
  });

  it('is off again when nobody listened, in whichever order OBS says so', async () => {
    await hear('starting');
    expect((await hear('stopped')).state).toBe('off');
    clock.passAtOnce(100);
    await hear('stopped');
    expect((await hear('starting')).state).toBe('off');
  });

  it('is not believed to start for ever', async () => {
    await hear('starting');
    expect(wishes).toEqual([30_001]);
    clock.passAtOnce(30_001);
    await reading.read();
    expect(reading.value.state).toBe('off');
  });

  it('keeps its time through a reconnection, after which OBS counts anew', async () => {
    await live(60_000);
    const { startedAt } = reading.value;
    obs.outputReconnecting = true;
    const lostAt = clock.now();
    expect(await hear('reconnecting')).toEqual({
      state: 'reconnecting',
      startedAt,
      reconnectingSince: lostAt,
    });
    clock.passAtOnce(5000);
    expect((await hear('reconnecting')).reconnectingSince).toBe(lostAt);
    Object.assign(obs, { outputReconnecting: false, outputDuration: 0 });
    expect(await hear('reconnected')).toEqual({ state: 'on', startedAt, reconnectingSince: null });
  });

  it('keeps that time also when the clock steps after it', async () => {
    await live(60_000);
    Object.assign(obs, { outputDuration: 0 });
    await hear('reconnected');
    clock.passAtOnce(10_000);
    obs.outputDuration = 10_000;
    clock.step(3_600_000);
    reading.clockStepped();
    await reading.read();
    expect(clock.now() - (reading.value.startedAt ?? 0)).toBe(70_000);
  });

  it('shows that a stop was asked for before it shows the end', async () => {
    await live(1000);
    obs.outputActive = false;
    reading.hear({ about: 'stream', event: 'stopping' });
    reading.hear({ about: 'stream', event: 'stopped' });
    await reading.read();
    expect(reading.value.state).toBe('stopping');
    await reading.read();
    expect(reading.value).toEqual({ state: 'off', startedAt: null, reconnectingSince: null });
  });

  it('goes off without that when OBS gave up', async () => {
    await live(1000);
    obs.outputReconnecting = true;
    await hear('reconnecting');
    Object.assign(obs, { outputActive: false, outputReconnecting: false });
    expect((await hear('stopped')).state).toBe('off');
  });

  it('stays stopping while a congested line holds up the end', async () => {
    await live(1000);
    expect((await hear('stopping')).state).toBe('stopping');
    clock.passAtOnce(5000);
    await reading.read();
    expect(reading.value.state).toBe('stopping');
  });

  it('adopts one that is live already, and mends a start that was met before OBS counted', async () => {
    obs.outputActive = true;
    await reading.read();
    expect(wishes).toEqual([1000]);
    clock.passAtOnce(1000);
    obs.outputDuration = 1800;
    await reading.read();
    expect(reading.value.startedAt).toBe(clock.now() - 1800);
  });

  it.each([
    ['that went on', 0, true],
    ['whose count fell behind by frames that were not made', 20_000, true],
    ['that is another one', 300_000, false],
  ])('met again knows the one %s', async (_, lateMs, isSame) => {
    const now = clock.now();
    known = { startedAt: now - 900_000, countedFrom: { earliest: now - 600_000, latest: now - 600_000 } };
    Object.assign(obs, { outputActive: true, outputDuration: 600_000 - lateMs });
    await reading.read();
    expect(reading.value.startedAt).toBe(isSame ? now - 900_000 : now - 600_000 + lateMs);
  });

  it('met again while it reconnects is the one that was known', async () => {
    const startedAt = clock.now() - 900_000;
    known = { startedAt, countedFrom: { earliest: startedAt, latest: startedAt } };
    Object.assign(obs, { outputActive: true, outputReconnecting: true, outputDuration: 0 });
    await reading.read();
    expect(reading.value).toMatchObject({ state: 'reconnecting', startedAt });
  });
});
