import OBSWebSocket from 'obs-websocket-js/json';
import { afterEach, describe, expect, it } from 'vitest';
import type { DialectName } from '../../../server/simulator/dialect.js';
import { startSimulator, type Simulator } from '../../../server/simulator/simulator.js';
import { failureOf, next, until } from '../../obs/requests/asking.js';

let simulator: Simulator;
afterEach(() => simulator.stop());

async function connected(dialect: DialectName): Promise<OBSWebSocket> {
  simulator = await startSimulator({ port: 0, password: null, dialect });
  const obs = new OBSWebSocket();
  await obs.connect(simulator.url);
  return obs;
}

describe('a change of scene collection', () => {
  it('is answered meanwhile with empty lists by 5.1, which tells of every source', async () => {
    const obs = await connected('5.1');
    const heard = eventsOf(obs);
    const changing = next(obs, 'CurrentSceneCollectionChanging');
    const changed = obs.call('CreateSceneCollection', { sceneCollectionName: 'empty' });
    await changing;
    expect((await obs.call('GetSceneList')).scenes).toEqual([]);
    await changed;
    expect((await obs.call('GetSceneList')).scenes).toHaveLength(1);
    expect(heard).toContain('SceneRemoved');
    expect(heard).toContain('SceneCreated');
  });

  it('is answered meanwhile with 207 by 5.5, which tells of its begin and end only', async () => {
    const obs = await connected('5.5');
    const heard = eventsOf(obs);
    const changing = next(obs, 'CurrentSceneCollectionChanging');
    const changed = obs.call('CreateSceneCollection', { sceneCollectionName: 'empty' });
    await changing;
    expect(await failureOf(obs, 'GetVersion', undefined)).toBe(207);
    await changed;
    expect(heard).toEqual([
      'CurrentSceneCollectionChanging',
      'SceneCollectionListChanged',
      'CurrentSceneCollectionChanged',
    ]);
  });
});

describe('a recording', () => {
  it('pauses, which an event calls inactive and the status does not', async () => {
    const obs = await connected('5.1');
    await recording(obs);
    const paused = next(obs, 'RecordStateChanged');
    await obs.call('PauseRecord');
    expect(await paused).toMatchObject({ outputActive: false, outputState: 'OBS_WEBSOCKET_OUTPUT_PAUSED' });
    expect(await obs.call('GetRecordStatus')).toMatchObject({ outputActive: true, outputPaused: true });
    expect(await failureOf(obs, 'PauseRecord', undefined)).toBe(502);
    const resumed = next(obs, 'RecordStateChanged');
    await obs.call('ResumeRecord');
    expect(await resumed).toMatchObject({ outputActive: true });
    expect(await failureOf(obs, 'ResumeRecord', undefined)).toBe(503);
  });

  it('refuses a start and takes another stop while it stops', async () => {
    const obs = await connected('5.1');
    await recording(obs);
    await obs.call('StopRecord');
    expect(await failureOf(obs, 'StartRecord', undefined)).toBe(500);
    expect(await failureOf(obs, 'StopRecord', undefined)).toBe(100);
  });

  it('is what the booth says to a test that looks from within', async () => {
    const obs = await connected('5.5');
    await recording(obs);
    expect(simulator.booth.recording.status()).toMatchObject({ outputActive: true });
    expect(simulator.booth.program.current.name).toBe('Wide');
  });
});

describe('a stream', () => {
  it('starts, counts and stops', async () => {
    const obs = await connected('5.5');
    const live = until(obs, 'StreamStateChanged', ({ outputActive }) => outputActive);
    await obs.call('StartStream');
    await live;
    expect(await failureOf(obs, 'StartStream', undefined)).toBe(500);
    const ended = until(obs, 'StreamStateChanged', ({ outputState }) => outputState.endsWith('STOPPED'));
    await obs.call('StopStream');
    await ended;
    expect(await obs.call('GetStreamStatus')).toMatchObject({ outputActive: false, outputBytes: 0 });
  });
});

describe('the level meters', () => {
  it('keep what comes before fader and mute when a mic is muted', async () => {
    const obs = await connected('5.1');
    await obs.call('SetInputMute', { inputName: 'Host mic', inputMuted: true });
    await obs.reidentify({ eventSubscriptions: 1 << 16 });
    const { inputs } = await next(obs, 'InputVolumeMeters');
    const level = inputs.find((input) => input['inputName'] === 'Host mic');
    expect(level?.['inputLevelsMul']).toEqual([
      [0, 0, 0.125],
      [0, 0, 0.125],
    ]);
  });

  it('leave out what does not show', async () => {
    const obs = await connected('5.1');
    const shown = next(obs, 'CurrentProgramSceneChanged');
    await obs.call('SetCurrentProgramScene', { sceneName: 'Holding' });
    await shown;
    await obs.reidentify({ eventSubscriptions: 1 << 16 });
    expect((await next(obs, 'InputVolumeMeters')).inputs).toEqual([]);
  });
});

async function recording(obs: OBSWebSocket): Promise<void> {
  const started = until(obs, 'RecordStateChanged', ({ outputActive }) => outputActive);
  await obs.call('StartRecord');
  await started;
}

/** The types of what is heard from now on, in order. */
function eventsOf(obs: OBSWebSocket): string[] {
  const heard: string[] = [];
  const types = [
    'CurrentSceneCollectionChanging',
    'SceneRemoved',
    'InputRemoved',
    'SceneCreated',
    'SceneCollectionListChanged',
    'CurrentProgramSceneChanged',
    'CurrentSceneCollectionChanged',
  ] as const;
  for (const type of types) obs.on(type, () => heard.push(type));
  return heard;
}
