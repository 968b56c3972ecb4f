import type OBSWebSocket from 'obs-websocket-js/json';
import { beforeEach, expect, it } from 'vitest';
import type { Target } from '../targets.js';
import { next } from './asking.js';

/** Scene collections and profiles. */
export function collectionRequests(target: () => Target): void {
  let obs: OBSWebSocket;
  beforeEach(async () => {
    obs = await target().poke();
  });

  it('load another collection, say so before and after, and come back to the same scenes', async () => {
    const before = await obs.call('GetSceneList');
    for (const [from, to, change] of [
      ['booth', 'other', () => obs.call('CreateSceneCollection', { sceneCollectionName: 'other' })],
      ['other', 'booth', () => obs.call('SetCurrentSceneCollection', { sceneCollectionName: 'booth' })],
    ] as const) {
      const changing = next(obs, 'CurrentSceneCollectionChanging');
      const changed = next(obs, 'CurrentSceneCollectionChanged');
      await change();
      expect(await changing).toEqual({ sceneCollectionName: from });
      expect(await changed).toEqual({ sceneCollectionName: to });
      const { currentSceneCollectionName } = await obs.call('GetSceneCollectionList');
      expect(currentSceneCollectionName).toBe(to);
    }
    const after = await obs.call('GetSceneList');
    expect(after.scenes.map(({ sceneName }) => sceneName)).toEqual(
      before.scenes.map(({ sceneName }) => sceneName),
    );
  });

  it('change the profile, and with it its parameters', async () => {
    const changed = next(obs, 'CurrentProfileChanged');
    await obs.call('CreateProfile', { profileName: 'second' });
    expect(await changed).toEqual({ profileName: 'second' });
    const own = { parameterCategory: 'Test', parameterName: 'Only here' };
    await obs.call('SetProfileParameter', { ...own, parameterValue: 'yes' });
    expect(await obs.call('GetProfileParameter', own)).toEqual({
      parameterValue: 'yes',
      defaultParameterValue: null,
    });
    const back = next(obs, 'CurrentProfileChanged');
    await obs.call('SetCurrentProfile', { profileName: 'booth' });
    expect(await back).toEqual({ profileName: 'booth' });
    expect(await obs.call('GetProfileParameter', own)).toEqual({
      parameterValue: null,
      defaultParameterValue: null,
    });
  });
}
