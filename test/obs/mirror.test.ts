import type OBSWebSocket from 'obs-websocket-js/json';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Scene } from '../../server/protocol/slices.js';
import { startRig, type Rig } from './rig.js';
import { describeEachObs } from './targets.js';

/** OBS waits for its network media to close before it changes the collection. */
const MEDIA_CLOSES_MS = 25_000;
const BOOTH = ['Wide', 'Close-up', 'Demo', 'Holding'];

describeEachObs('the mirror', (target, kind) => {
  let rig: Rig;
  let other: OBSWebSocket;

  const connected = () => rig.until('connected', ({ obs }) => obs?.link === 'connected');
  const names = (scenes: Scene[] | undefined) => scenes?.map(({ name }) => name);
  const onProgram = (name: string) =>
    rig.until(`${name} on program`, ({ program }) => program?.sceneId === rig.sceneId(name));

  beforeEach(async () => {
    other = await target().poke();
    rig = startRig({ ...target(), knownSceneId: () => undefined });
    await connected();
  });
  afterEach(async () => {
    await rig.stop();
    expect(rig.faults).toEqual([]);
  });

  it('lists the scenes top first', () => {
    expect(names(rig.state.scenes)).toEqual(BOOTH);
  });

  it('follows a click at the OBS computer', async () => {
    await other.call('SetCurrentProgramScene', { sceneName: 'Holding' });
    await onProgram('Holding');
    await other.call('SetCurrentProgramScene', { sceneName: 'Wide' });
    await onProgram('Wide');
  });

  it('keeps the id of a scene that is renamed, and never shows it missing', async () => {
    const id = rig.sceneId('Demo');
    await other.call('SetSceneName', { sceneName: 'Demo', newSceneName: 'Desk' });
    await rig.until(
      'renamed',
      ({ scenes }) => scenes?.some((it) => it.id === id && it.name === 'Desk') ?? false,
    );
    await rig.verbs.program.cut(id, rig.clock.now());
    await onProgram('Desk');
    await other.call('SetSceneName', { sceneName: 'Desk', newSceneName: 'Demo' });
    await rig.until(
      'named as before',
      ({ scenes }) => scenes?.some((it) => it.id === id && it.name === 'Demo') ?? false,
    );
    for (const { set } of rig.history) if (set.scenes) expect(set.scenes.map((it) => it.id)).toContain(id);
    await rig.verbs.program.cut(rig.sceneId('Wide'), rig.clock.now());
    await onProgram('Wide');
  });

  it('shows a new scene, and drops one that is removed', async () => {
    await other.call('CreateScene', { sceneName: 'Extra' });
    await rig.until('added', ({ scenes }) => names(scenes)?.includes('Extra') ?? false);
    const id = rig.sceneId('Extra');
    await other.call('RemoveScene', { sceneName: 'Extra' });
    await rig.until('removed', ({ scenes }) => names(scenes)?.includes('Extra') === false);
    expect(names(rig.state.scenes)).toEqual(BOOTH);
    await expect(rig.verbs.program.cut(id, rig.clock.now())).rejects.toMatchObject({ code: 'scene-gone' });
  });

  it('changes the collection in one step, frozen in between, and back to the same ids', async () => {
    const ids = BOOTH.map((name) => rig.sceneId(name));
    const from = rig.history.length;
    const { currentSceneCollectionName: booth } = await other.call('GetSceneCollectionList');
    await other.call('CreateSceneCollection', { sceneCollectionName: 'Second' });
    const second = await rig.until(
      'the second collection',
      ({ obs }) => obs?.collection === 'Second' && !obs.changing,
      MEDIA_CLOSES_MS,
    );
    expect(second.scenes?.length).toBeGreaterThan(0);
    expect(second.scenes?.map(({ id }) => id)).toContain(second.program?.sceneId);
    await other.call('SetCurrentSceneCollection', { sceneCollectionName: booth });
    await rig.until('the booth again', ({ obs }) => obs?.collection === booth && !obs.changing);
    expect(rig.state.scenes?.map(({ id }) => id)).toEqual(ids);

    const steps = rig.history.slice(from);
    expect(steps.some(({ set }) => set.obs?.changing)).toBe(true);
    expect(steps.flatMap(({ gone = [] }) => gone)).toEqual([]);
    const lists = steps.flatMap(({ set }) => (set.scenes ? [names(set.scenes)] : []));
    expect(lists).toEqual([names(second.scenes), BOOTH]);
  });

  it('is not moved by a change of profile', async () => {
    const { currentProfileName: profile, profiles } = await other.call('GetProfileList');
    const another = profiles.find((it) => it !== profile);
    if (another === undefined) await other.call('CreateProfile', { profileName: 'Another' });
    else await other.call('SetCurrentProfile', { profileName: another });
    await rig.until('a change', () => rig.history.some(({ set }) => set.obs?.changing));
    await other.call('SetCurrentProfile', { profileName: profile });
    await rig.until('settled', ({ obs }) => obs?.changing === false);
    expect(names(rig.state.scenes)).toEqual(BOOTH);
  });

  it('does not take its scenes apart when OBS quits', async () => {
    await target().quit();
    await rig.until('gone', ({ obs }) => obs?.link === 'gone');
    const lists = rig.history.flatMap(({ set }) => (set.scenes ? [names(set.scenes)] : []));
    expect(lists).toEqual([BOOTH]);
    expect(rig.state).not.toHaveProperty('scenes');
    const ids = BOOTH.map(
      (name) => rig.history.flatMap(({ set }) => set.scenes ?? []).find((it) => it.name === name)?.id,
    );
    await target().restart();
    await connected();
    // Where OBS has uuids they are its own to keep.
    if (!kind.hasUuids) expect(rig.state.scenes?.map(({ id }) => id)).toEqual(ids);
  }, 30_000);
});
