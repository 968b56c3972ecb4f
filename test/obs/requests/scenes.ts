import type OBSWebSocket from 'obs-websocket-js/json';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Target, TargetKind } from '../targets.js';
import { choose, failureOf, goTo, last, next } from './asking.js';

/** Scenes, and the way from one to the next. */
export function sceneRequests(target: () => Target, kind: TargetKind): void {
  let obs: OBSWebSocket;
  beforeEach(async () => {
    obs = await target().poke();
  });

  afterEach(async () => {
    await goTo(obs, 'Wide');
    await choose(obs, 'Cut');
  });

  it('list them bottom first, with the one on program', async () => {
    const { scenes, ...rest } = await obs.call('GetSceneList');
    expect(scenes.map(({ sceneName, sceneIndex }) => [sceneIndex, sceneName])).toEqual([
      [0, 'Holding'],
      [1, 'Demo'],
      [2, 'Close-up'],
      [3, 'Wide'],
    ]);
    expect(rest).toMatchObject({ currentProgramSceneName: 'Wide', currentPreviewSceneName: null });
  });

  it('tell of a cut when it is done, and answer with the new scene before', async () => {
    const changed = next(obs, 'CurrentProgramSceneChanged');
    const shown = next(obs, 'SceneTransitionVideoEnded');
    const ended = next(obs, 'SceneTransitionEnded');
    await obs.call('SetCurrentProgramScene', { sceneName: 'Demo' });
    expect(await obs.call('GetCurrentProgramScene')).toMatchObject({ currentProgramSceneName: 'Demo' });
    expect(await changed).toMatchObject({ sceneName: 'Demo' });
    expect(await shown).toMatchObject({ transitionName: 'Cut' });
    expect(await ended).toMatchObject({ transitionName: 'Cut' });
  });

  it('tell of a fade at its end', async () => {
    await choose(obs, 'Fade');
    await last(obs, 600);
    const started = next(obs, 'SceneTransitionStarted').then(() => performance.now());
    const changed = next(obs, 'CurrentProgramSceneChanged').then(() => performance.now());
    const ended = next(obs, 'SceneTransitionEnded');
    await obs.call('SetCurrentProgramScene', { sceneName: 'Demo' });
    expect((await changed) - (await started)).toBeGreaterThan(300);
    expect(await ended).toMatchObject({ transitionName: 'Fade' });
  });

  it('never report the scene of a fade that was interrupted', async () => {
    await choose(obs, 'Fade');
    await last(obs, 2000);
    const reported: string[] = [];
    obs.on('CurrentProgramSceneChanged', ({ sceneName }) => reported.push(sceneName));
    const started = next(obs, 'SceneTransitionStarted');
    await obs.call('SetCurrentProgramScene', { sceneName: 'Demo' });
    await started;
    await goTo(obs, 'Holding');
    expect(reported).toEqual(['Holding']);
    await last(obs, 300);
  });

  it('say nothing when the scene is there already', async () => {
    const heard: string[] = [];
    obs.on('CurrentProgramSceneChanged', ({ sceneName }) => heard.push(sceneName));
    await obs.call('SetCurrentProgramScene', { sceneName: 'Wide' });
    await goTo(obs, 'Close-up');
    expect(heard).toEqual(['Close-up']);
  });

  it('create, rename and remove one', async () => {
    const created = next(obs, 'SceneCreated');
    await obs.call('CreateScene', { sceneName: 'Extra' });
    expect(await created).toMatchObject({ sceneName: 'Extra', isGroup: false });
    const renamed = next(obs, 'SceneNameChanged');
    await obs.call('SetSceneName', { sceneName: 'Extra', newSceneName: 'Sofa' });
    expect(await renamed).toMatchObject({ oldSceneName: 'Extra', sceneName: 'Sofa' });
    const removed = next(obs, 'SceneRemoved');
    await obs.call('RemoveScene', { sceneName: 'Sofa' });
    expect(await removed).toMatchObject({ sceneName: 'Sofa' });
    expect(await failureOf(obs, 'RemoveScene', { sceneName: 'Extra' })).toBe(600);
  });

  it('know uuids where the version has them, and take them for names', async () => {
    const { scenes } = await obs.call('GetSceneList');
    const uuids = scenes.map((scene) => scene['sceneUuid']);
    if (!kind.hasUuids) {
      expect(new Set(uuids)).toEqual(new Set([undefined]));
      return;
    }
    expect(new Set(uuids).size).toBe(scenes.length);
    const [sceneUuid] = uuids;
    if (typeof sceneUuid !== 'string') throw new Error('a uuid is text');
    const changed = next(obs, 'CurrentProgramSceneChanged');
    await obs.call('SetCurrentProgramScene', { sceneUuid });
    expect(await changed).toEqual({ sceneName: 'Holding', sceneUuid });
  });
}
