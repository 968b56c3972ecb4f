import type OBSWebSocket from 'obs-websocket-js/json';
import { beforeEach, expect, it } from 'vitest';
import type { Target } from '../targets.js';
import { next } from './asking.js';

/** Inputs, their sound and picture, and their places in scenes. */
export function inputRequests(target: () => Target): void {
  let obs: OBSWebSocket;
  beforeEach(async () => {
    obs = await target().poke();
  });

  it('list the items from back to front', async () => {
    const { sceneItems } = await obs.call('GetSceneItemList', { sceneName: 'Demo' });
    expect(sceneItems.map((item) => [item['sceneItemId'], item['sourceName']])).toEqual([
      [1, 'Laptop'],
      [2, 'Camera close'],
      [3, 'Host mic'],
      [4, 'Guest mic'],
    ]);
    expect(
      Object.keys(sceneItems[0] ?? {})
        .filter((key) => key !== 'sourceUuid')
        .sort(),
    ).toEqual(ITEM_FIELDS);
  });

  it('hide and show an item, and tell of it', async () => {
    for (const sceneItemEnabled of [false, true]) {
      const told = next(obs, 'SceneItemEnableStateChanged');
      await obs.call('SetSceneItemEnabled', { sceneName: 'Wide', sceneItemId: 1, sceneItemEnabled });
      expect(await told).toMatchObject({ sceneName: 'Wide', sceneItemId: 1, sceneItemEnabled });
    }
  });

  it('mute and unmute, and tell of it', async () => {
    for (const inputMuted of [true, false]) {
      const told = next(obs, 'InputMuteStateChanged');
      await obs.call('SetInputMute', { inputName: 'Host mic', inputMuted });
      expect(await told).toMatchObject({ inputName: 'Host mic', inputMuted });
      expect(await obs.call('GetInputMute', { inputName: 'Host mic' })).toEqual({ inputMuted });
    }
  });

  it('turn a fader in decibels or linear, in single precision', async () => {
    const told = next(obs, 'InputVolumeChanged');
    await obs.call('SetInputVolume', { inputName: 'Host mic', inputVolumeDb: -20 });
    const { inputVolumeMul } = await told;
    expect(inputVolumeMul).toBe(Math.fround(0.1));
    await obs.call('SetInputVolume', { inputName: 'Host mic', inputVolumeMul: 1 });
    expect(await obs.call('GetInputVolume', { inputName: 'Host mic' })).toEqual({
      inputVolumeDb: 0,
      inputVolumeMul: 1,
    });
  });

  it('add an input and take it away', async () => {
    const created = next(obs, 'InputCreated');
    const { sceneItemId } = await obs.call('CreateInput', {
      sceneName: 'Holding',
      inputName: 'Box',
      inputKind: 'color_source_v3',
      inputSettings: { width: 8 },
    });
    expect(await created).toMatchObject({ inputName: 'Box', unversionedInputKind: 'color_source' });
    expect(sceneItemId).toBeGreaterThan(2);
    const removed = next(obs, 'InputRemoved');
    await obs.call('RemoveInput', { inputName: 'Box' });
    expect(await removed).toMatchObject({ inputName: 'Box' });
  });

  it('make pictures of what has one', async () => {
    for (const imageFormat of ['png', 'jpg']) {
      const { imageData } = await obs.call('GetSourceScreenshot', {
        sourceName: 'Demo',
        imageFormat,
        imageWidth: 64,
        imageHeight: 36,
      });
      expect(imageData.startsWith(`data:image/${imageFormat};base64,`)).toBe(true);
      const bytes = Buffer.from(imageData.slice(imageData.indexOf(',') + 1), 'base64');
      expect(bytes.subarray(0, 2).toString('hex')).toBe(imageFormat === 'png' ? '8950' : 'ffd8');
    }
  });

  it('know what shows', async () => {
    expect(await obs.call('GetSourceActive', { sourceName: 'Host mic' })).toEqual(ACTIVE);
    expect(await obs.call('GetSourceActive', { sourceName: 'Laptop' })).toEqual(INACTIVE);
  });
}

const ACTIVE = { videoActive: true, videoShowing: true };
const INACTIVE = { videoActive: false, videoShowing: false };

const ITEM_FIELDS = [
  'inputKind',
  'isGroup',
  'sceneItemBlendMode',
  'sceneItemEnabled',
  'sceneItemId',
  'sceneItemIndex',
  'sceneItemLocked',
  'sceneItemTransform',
  'sourceName',
  'sourceType',
];
