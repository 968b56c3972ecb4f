import type OBSWebSocket from 'obs-websocket-js/json';
import { beforeEach, expect, it } from 'vitest';
import type { Target, TargetKind } from '../targets.js';
import { failureOf } from './asking.js';

/** Requests that ask for what cannot be, with the codes that OBS 29.0.2 gave. */
export function refusals(target: () => Target, kind: TargetKind): void {
  let obs: OBSWebSocket;
  beforeEach(async () => {
    obs = await target().poke();
  });

  it.each(REFUSED)('answer %s %j with %i', async (type, data, code) => {
    expect(await failureOf(obs, type, data)).toBe(code);
  });

  it('miss a name by 300, and no data at all by 301 where uuids would not do either', async () => {
    expect(await failureOf(obs, 'GetInputMute', {})).toBe(300);
    expect(await failureOf(obs, 'SetStudioModeEnabled', undefined)).toBe(301);
  });

  it('are told apart by what GetVersion lists', async () => {
    const { availableRequests, rpcVersion } = await obs.call('GetVersion');
    expect(rpcVersion).toBe(1);
    expect(availableRequests.includes('SetRecordDirectory')).toBe(kind.hasUuids);
    const tried = ['SetRecordDirectory', 'SetInputMute', 'CreateScene', 'NeverHeardOf'];
    for (const type of tried) {
      const isUnknown = (await failureOf(obs, type, undefined)) === 204;
      expect([type, isUnknown]).toEqual([type, !availableRequests.includes(type)]);
    }
  });
}

type Refused = [type: string, data: object, code: number];

const mic = { inputName: 'Host mic' };
const wide = { sceneName: 'Wide' };
const show = { ...wide, sceneItemEnabled: true };
const picture = { sourceName: 'Wide', imageFormat: 'png' };
const parameter = { parameterCategory: 'X', parameterName: 'Y' };

const REFUSED: Refused[] = [
  ['GetInputMute', { inputName: 5 }, 401],
  ['GetInputMute', { inputName: '' }, 403],
  ['GetInputMute', { inputName: 'nobody' }, 600],
  ['GetInputMute', { inputName: 'Wide' }, 602],
  ['GetInputMute', { inputName: 'Backdrop' }, 604],
  ['SetInputMute', mic, 300],
  ['SetInputMute', { ...mic, inputMuted: 'yes' }, 401],
  ['SetInputVolume', mic, 300],
  ['SetInputVolume', { ...mic, inputVolumeDb: 27 }, 402],
  ['SetInputVolume', { ...mic, inputVolumeMul: 21 }, 402],
  ['SetInputVolume', { ...mic, inputVolumeDb: 0, inputVolumeMul: 1 }, 404],
  ['SetInputSettings', { inputName: 'Title', inputSettings: 5 }, 401],
  ['CreateInput', { ...wide, inputName: 'Title', inputKind: 'color_source_v3' }, 601],
  ['CreateInput', { ...wide, inputName: 'Box', inputKind: 'color_source' }, 605],
  ['PressInputPropertiesButton', { ...mic, propertyName: 'refreshnocache' }, 600],
  ['SetCurrentProgramScene', { sceneName: 'nowhere' }, 600],
  ['SetCurrentProgramScene', { sceneName: 'Host mic' }, 602],
  ['CreateScene', wide, 601],
  ['SetSceneName', { ...wide, newSceneName: 'Demo' }, 601],
  ['GetSceneItemId', { ...wide, sourceName: 'Laptop' }, 600],
  ['SetSceneItemEnabled', { ...show, sceneItemId: 99 }, 600],
  ['SetSceneItemEnabled', { ...show, sceneItemId: -1 }, 402],
  ['SetCurrentSceneTransition', { transitionName: 'Star wipe' }, 600],
  ['SetCurrentSceneTransitionDuration', { transitionDuration: 49 }, 402],
  ['SetCurrentSceneTransitionDuration', { transitionDuration: 20_001 }, 402],
  ['GetSourceScreenshot', { ...picture, imageFormat: 'webm' }, 400],
  ['GetSourceScreenshot', { ...picture, imageWidth: 4 }, 402],
  ['GetSourceScreenshot', { ...picture, sourceName: 'Host mic' }, 702],
  ['SetProfileParameter', { ...parameter, parameterValue: 5 }, 401],
  ['SetProfileParameter', parameter, 600],
  ['SetCurrentProfile', { profileName: 'nobody' }, 600],
  ['SetCurrentSceneCollection', { sceneCollectionName: 'nowhere' }, 600],
  ['CallVendorRequest', { vendorName: 'nobody', requestType: 'x', requestData: { a: 1 } }, 600],
  ['SaveReplayBuffer', {}, 501],
  ['StopStream', {}, 501],
  ['StopRecord', {}, 501],
  ['ResumeRecord', {}, 503],
];
