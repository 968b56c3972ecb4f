import type OBSWebSocket from 'obs-websocket-js/json';
import { beforeEach, expect, it } from 'vitest';
import type { Target } from '../targets.js';
import { failureOf, goTo, next, until } from './asking.js';

/** Preview and program. */
export function studioModeRequests(target: () => Target): void {
  let obs: OBSWebSocket;
  beforeEach(async () => {
    obs = await target().poke();
  });

  it('put the preview on program and the program on preview', async () => {
    const enabled = next(obs, 'StudioModeStateChanged');
    await obs.call('SetStudioModeEnabled', { studioModeEnabled: true });
    expect(await enabled).toEqual({ studioModeEnabled: true });
    const previewed = next(obs, 'CurrentPreviewSceneChanged');
    await obs.call('SetCurrentPreviewScene', { sceneName: 'Demo' });
    expect(await previewed).toMatchObject({ sceneName: 'Demo' });
    expect(await obs.call('GetCurrentProgramScene')).toMatchObject({ currentProgramSceneName: 'Wide' });

    const changed = until(obs, 'CurrentProgramSceneChanged', ({ sceneName }) => sceneName === 'Demo');
    const swapped = until(obs, 'CurrentPreviewSceneChanged', ({ sceneName }) => sceneName === 'Wide');
    const ended = next(obs, 'SceneTransitionEnded');
    await obs.call('TriggerStudioModeTransition');
    await Promise.all([changed, swapped, ended]);

    await goTo(obs, 'Wide');
    const disabled = next(obs, 'StudioModeStateChanged');
    await obs.call('SetStudioModeEnabled', { studioModeEnabled: false });
    expect(await disabled).toEqual({ studioModeEnabled: false });
  });

  it('are refused with 506 outside of it', async () => {
    expect(await failureOf(obs, 'GetCurrentPreviewScene', undefined)).toBe(506);
    expect(await failureOf(obs, 'SetCurrentPreviewScene', { sceneName: 'Demo' })).toBe(506);
    expect(await failureOf(obs, 'TriggerStudioModeTransition', undefined)).toBe(506);
  });
}
