import type OBSWebSocket from 'obs-websocket-js/json';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { startRtmpListener } from '../../scripts/headless/rtmpListener.js';
import type { StreamOutput } from '../../server/protocol/slices.js';
import { startRig, type Rig } from './rig.js';
import { describeEachObs, type Target } from './targets.js';

/** OBS dials again 2 s after a loss, then 3 s later. */
const BACK_WITHIN_MS = 15_000;

/** Where the stream goes to. */
interface Line {
  listen(): Promise<void>;
  drop(): Promise<void>;
}

describeEachObs('streams', (target) => {
  let rig: Rig;
  let other: OBSWebSocket;
  let line: Line;

  const start = () => startRig({ ...target(), knownSceneId: () => undefined });
  const connected = (it: Rig) => it.until('connected', ({ obs }) => obs?.link === 'connected');
  const streamed = (state: StreamOutput['state'], limitMs = 8000) =>
    rig.until(`stream ${state}`, ({ stream }) => stream?.state === state, limitMs);
  const states = () => rig.history.flatMap(({ set }) => set.stream?.state ?? []);
  const goLive = async () => {
    await line.listen();
    await rig.verbs.stream.start(rig.clock.now());
    return (await streamed('on')).stream?.startedAt ?? NaN;
  };
  const end = async () => {
    await rig.verbs.stream.stop(rig.clock.now());
    await streamed('off');
  };

  beforeAll(async () => {
    line = await lineOf(target());
  });
  afterAll(() => line.drop());
  beforeEach(async () => {
    other = await target().poke();
    rig = start();
    await connected(rig);
    await streamed('off');
  });
  afterEach(async () => {
    await rig.stop();
    expect(rig.faults).toEqual([]);
  });

  it('are live when OBS says so, on our own clock, and off when it says that', async () => {
    const askedAt = rig.clock.now();
    const startedAt = await goLive();
    expect(startedAt).toBeGreaterThanOrEqual(askedAt);
    await expect(rig.verbs.stream.start(rig.clock.now())).rejects.toMatchObject({
      code: 'already-streaming',
    });
    await end();
    expect(states()).toEqual(['off', 'starting', 'on', 'stopping', 'off']);
    await expect(rig.verbs.stream.stop(rig.clock.now())).rejects.toMatchObject({ code: 'not-streaming' });
  });

  it('to where nobody listens are never shown as live, though OBS said OK', async () => {
    await line.drop();
    await rig.verbs.stream.start(rig.clock.now());
    await rig.until('it was tried', () => states().includes('starting'));
    await streamed('off');
    expect(states()).toEqual(['off', 'starting', 'off']);
  });

  it('that are dropped reconnect, and the time on air goes on', async () => {
    const startedAt = await goLive();
    const droppedAt = rig.clock.now();
    await line.drop();
    const lost = await streamed('reconnecting');
    expect(lost.stream?.startedAt).toBe(startedAt);
    expect(lost.stream?.reconnectingSince).toBeGreaterThanOrEqual(droppedAt);
    await line.listen();
    const back = await streamed('on', BACK_WITHIN_MS);
    expect(back.stream).toEqual({ state: 'on', startedAt, reconnectingSince: null });
    await end();
    expect(states()).toEqual(['off', 'starting', 'on', 'reconnecting', 'on', 'stopping', 'off']);
  });

  it('that are dropped for good end without a stop', async () => {
    const retries = { parameterCategory: 'Output', parameterName: 'MaxRetries' };
    await other.call('SetProfileParameter', { ...retries, parameterValue: '1' });
    await goLive();
    await line.drop();
    await streamed('reconnecting');
    await streamed('off', 20_000);
    await other.call('SetProfileParameter', { ...retries, parameterValue: '25' });
    expect(states()).toEqual(['off', 'starting', 'on', 'reconnecting', 'off']);
  });

  it('are seen when somebody starts and stops them in OBS, also while they reconnect', async () => {
    await line.listen();
    await other.call('StartStream');
    await streamed('on');
    await line.drop();
    await streamed('reconnecting');
    await other.call('StopStream');
    await streamed('off');
  });

  it('go on while nobody looks, with their time', async () => {
    const startedAt = await goLive();
    await rig.stop();
    rig.link.start();
    const { stream } = await connected(rig);
    expect(stream?.state).toBe('on');
    expect(Math.abs((stream?.startedAt ?? 0) - startedAt)).toBeLessThan(2000);
    await end();
  });
});

async function lineOf(target: Target): Promise<Line> {
  const { simulator } = target;
  if (simulator !== null) {
    return {
      listen: () => Promise.resolve(simulator.booth.streaming.findServer()),
      drop: () => Promise.resolve(simulator.booth.streaming.loseServer()),
    };
  }
  const listener = await startRtmpListener();
  const hand = await target.poke();
  await hand.call('SetStreamServiceSettings', listener.service);
  return listener;
}
