import type OBSWebSocket from 'obs-websocket-js/json';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startRig, type Rig } from './rig.js';
import { TARGETS, type Target } from './targets.js';

const SIMULATORS = TARGETS.filter(({ isReal }) => !isReal);

describe.each(SIMULATORS)('events that overtake each other: $name', (kind) => {
  let target: Target;
  let rig: Rig;
  let other: OBSWebSocket;

  beforeEach(async () => {
    target = await kind.open();
    other = await target.poke();
    rig = startRig({ ...target, knownSceneId: () => undefined });
    await rig.until('connected', ({ obs }) => obs?.link === 'connected');
    target.simulator?.faults.reorder();
  });
  afterEach(async () => {
    await rig.stop();
    await target.disconnectPokes();
    await target.stop();
    expect(rig.faults).toEqual([]);
  });

  it('leave program right after a burst of cuts and a fade', async () => {
    for (const sceneName of ['Demo', 'Holding', 'Close-up'])
      await other.call('SetCurrentProgramScene', { sceneName });
    await rig.until(
      'the last',
      ({ program }) => program?.sceneId === rig.sceneId('Close-up') && !program.goingTo,
    );
    await other.call('SetCurrentSceneTransition', { transitionName: 'Fade' });
    await other.call('SetCurrentProgramScene', { sceneName: 'Wide' });
    await rig.until('arrived', ({ program }) => program?.sceneId === rig.sceneId('Wide') && !program.goingTo);
    await other.call('SetCurrentSceneTransition', { transitionName: 'Cut' });
  });

  it('leave names, ids and the collection right', async () => {
    const id = rig.sceneId('Demo');
    await other.call('SetSceneName', { sceneName: 'Demo', newSceneName: 'Desk' });
    await rig.until('renamed', () => rig.state.scenes?.find((it) => it.id === id)?.name === 'Desk');
    await other.call('SetSceneName', { sceneName: 'Desk', newSceneName: 'Demo' });
    await rig.until('renamed back', () => rig.state.scenes?.find((it) => it.id === id)?.name === 'Demo');

    const { currentSceneCollectionName: booth } = await other.call('GetSceneCollectionList');
    await other.call('CreateSceneCollection', { sceneCollectionName: 'Second' });
    await rig.until('the second', ({ obs }) => obs?.collection === 'Second' && !obs.changing);
    await other.call('SetCurrentSceneCollection', { sceneCollectionName: booth });
    await rig.until('the booth', ({ obs }) => obs?.collection === booth && !obs.changing);
    expect(rig.sceneId('Demo')).toBe(id);
  });

  it('leave the recording right', async () => {
    await other.call('StartRecord');
    await rig.until('on', ({ record }) => record?.state === 'on');
    await other.call('StopRecord');
    await rig.until('off', ({ record }) => record?.state === 'off');
    await rig.verbs.lookAgain();
    expect(rig.state.record?.state).toBe('off');
  });
});
