import { beforeEach, describe, expect, it } from 'vitest';
import type { RecordOutput } from '../../../server/protocol/slices.js';
import { CallFailed } from '../../../server/obs/failure.js';
import { RecordReading } from '../../../server/obs/recordReading.js';
import { ManualClock } from '../../fixtures/manualClock.js';

describe('the reading of the recording', () => {
  let clock: ManualClock;
  let obs: { outputActive: boolean; outputPaused: boolean; outputDuration: number; path: string | null };
  let wishes: number[];
  let reading: RecordReading;

  const readingAfter = (before: RecordOutput | null) =>
    new RecordReading({
      clock,
      before,
      lookIn: (ms) => wishes.push(ms),
      ask: async (type) => {
        if (type === 'GetRecordStatus') return Promise.resolve(obs);
        if (obs.path === null) throw new CallFailed({ kind: 'refused', code: 600, comment: '' });
        return { outputSettings: { path: obs.path } };
      },
    });

  beforeEach(() => {
    clock = new ManualClock();
    wishes = [];
    obs = { outputActive: false, outputPaused: false, outputDuration: 0, path: null };
    reading = readingAfter(null);
  });

  const hear = async (event: Parameters<RecordReading['heard']>[0], path: string | null = null) => {
    reading.heard(event, path);
    await reading.read();
    return reading.value;
  };

  it('follows start and stop, and keeps the path', async () => {
    expect(await hear('starting')).toEqual({
      state: 'starting',
      startedAt: null,
      pausedAt: null,
      hasDied: false,
      path: null,
    });
    obs.outputActive = true;
    const at = clock.now();
    expect(await hear('started', '/a.mkv')).toEqual({
      state: 'on',
      startedAt: at,
      pausedAt: null,
      hasDied: false,
      path: '/a.mkv',
    });
    clock.passAtOnce(5000);
    expect(await hear('stopping')).toEqual({
      state: 'stopping',
      startedAt: at,
      pausedAt: null,
      hasDied: false,
      path: '/a.mkv',
    });
    obs.outputActive = false;
    expect(await hear('stopped', '/a.mkv')).toEqual({
      state: 'off',
      startedAt: null,
      pausedAt: null,
      hasDied: false,
      path: '/a.mkv',
    });
  });

  it('is not misled by events that overtake each other', async () => {
    obs.outputActive = true;
    await hear('started', '/a.mkv');
    expect((await hear('starting')).state).toBe('on');
    obs.outputActive = false;
    await hear('stopped', '/a.mkv');
    expect((await hear('stopping')).state).toBe('off');
  });

  it('gives up a start that was announced and never came', async () => {
    await hear('starting');
    expect(wishes).toEqual([3001]);
    clock.passAtOnce(3001);
    await reading.read();
    expect(reading.value.state).toBe('off');
  });

  it('does not believe a start that the output denies', async () => {
    expect((await hear('started', '/a.mkv')).state).toBe('off');
  });

  it('waits for an output that still runs for a moment after "stopped"', async () => {
    obs.outputActive = true;
    await hear('started', '/a.mkv');
    expect((await hear('stopped', '/a.mkv')).state).toBe('stopping');
    expect(wishes).toEqual([100]);
    clock.passAtOnce(1000);
    await reading.read();
    expect(reading.value.state).toBe('on');
  });

  it('stands still while paused, and the time shown goes on where it stood', async () => {
    obs.outputActive = true;
    const at = clock.now();
    await hear('started', '/a.mkv');
    clock.passAtOnce(4000);
    Object.assign(obs, { outputPaused: true, outputDuration: 4000 });
    expect(await hear('paused')).toMatchObject({ state: 'paused', startedAt: at, pausedAt: at + 4000 });
    clock.passAtOnce(10_000);
    obs.outputPaused = false;
    expect(await hear('resumed')).toMatchObject({
      state: 'on',
      startedAt: at + 10_000,
      pausedAt: null,
    });
  });

  it('adopts one that runs already, with its time and path', async () => {
    Object.assign(obs, { outputActive: true, outputDuration: 90_000, path: '/running.mkv' });
    await reading.read();
    expect(reading.value).toEqual({
      state: 'on',
      startedAt: clock.now() - 90_000,
      pausedAt: null,
      hasDied: false,
      path: '/running.mkv',
    });
    clock.passAtOnce(1000);
    obs.outputDuration = 91_040;
    await reading.read();
    expect(reading.value.startedAt).toBe(clock.now() - 91_000);
  });

  it('mends the start of one that it met before OBS counted', async () => {
    obs.outputActive = true;
    await reading.read();
    expect(wishes).toEqual([1000]);
    clock.passAtOnce(1000);
    obs.outputDuration = 1800;
    await reading.read();
    expect(reading.value.startedAt).toBe(clock.now() - 1800);
  });

  it('knows the one from before the link dropped, and does not take another for it', async () => {
    Object.assign(obs, { outputActive: true, outputDuration: 60_000, path: '/from-settings.mkv' });
    const before = {
      state: 'on',
      startedAt: clock.now() - 60_400,
      pausedAt: null,
      hasDied: false,
      path: '/before.mkv',
    } as const;
    reading = readingAfter(before);
    await reading.read();
    expect(reading.value).toEqual(before);
    reading = readingAfter({ ...before, startedAt: clock.now() - 500_000 });
    await reading.read();
    expect(reading.value).toEqual({
      state: 'on',
      startedAt: clock.now() - 60_000,
      pausedAt: null,
      hasDied: false,
      path: '/from-settings.mkv',
    });
  });

  it('ends one that OBS does not speak of any more, a second after it was seen to be off', async () => {
    obs.outputActive = true;
    await hear('started', '/a.mkv');
    obs.outputActive = false;
    await reading.read();
    expect(reading.value).toMatchObject({ state: 'on', hasDied: false });
    expect(wishes.at(-1)).toBe(1000);
    clock.passAtOnce(1000);
    await reading.read();
    expect(reading.value).toMatchObject({ state: 'off', hasDied: true, path: '/a.mkv' });
    await hear('starting');
    expect(reading.value.hasDied).toBe(false);
  });

  it('does not call one dead whose end is said a moment later', async () => {
    obs.outputActive = true;
    await hear('started', '/a.mkv');
    obs.outputActive = false;
    await reading.read();
    clock.passAtOnce(50);
    expect(await hear('stopped', '/a.mkv')).toMatchObject({ state: 'off', hasDied: false });
  });

  it('shows one that never ends as going on again, after twenty seconds', async () => {
    obs.outputActive = true;
    await hear('started', '/a.mkv');
    clock.passAtOnce(2000);
    obs.outputPaused = true;
    await hear('paused');
    expect((await hear('stopping')).state).toBe('stopping');
    clock.passAtOnce(20_000);
    await reading.read();
    expect(reading.value.state).toBe('paused');
  });
});
