import type OBSWebSocket from 'obs-websocket-js/json';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { State } from '../../server/protocol/slices.js';
import { goTo } from './requests/asking.js';
import { startRig, type Rig } from './rig.js';
import { describeEachObs } from './targets.js';

describeEachObs('studio mode', (target) => {
  let rig: Rig;
  let other: OBSWebSocket;

  const now = () => rig.clock.now();
  const studio = (what: string, isOn: boolean, name: string | null) =>
    rig.until(what, ({ studio: it }) => it?.isOn === isOn && it.previewId === (name && rig.sceneId(name)));
  const onProgram = (name: string) =>
    rig.until(
      `${name} on program`,
      ({ program }) => program?.sceneId === rig.sceneId(name) && !program.goingTo,
    );
  const choose = async (name: string, durationMs: number | null) => {
    await rig.verbs.transition.set(name, durationMs, now());
    await rig.until(
      `${name} chosen`,
      ({ transition }) =>
        transition?.name === name && (durationMs === null || transition.durationMs === durationMs),
    );
  };
  const names = (side: 'program' | 'preview') => (state: Partial<State>) =>
    state.tally?.[side].map(({ name }) => name) ?? [];
  const seen = (side: 'program' | 'preview', wanted: string[]) =>
    rig.until(`${wanted.join()} on ${side}`, (state) => names(side)(state).join() === wanted.join());
  const preview = async (name: string) => {
    await rig.verbs.preview.set(rig.sceneId(name), now());
    await studio(`${name} on preview`, true, name);
  };
  const take = (name: string) => rig.verbs.transition.take(rig.sceneId(name), false, now());

  beforeEach(async () => {
    other = await target().poke();
    rig = startRig({ ...target(), knownSceneId: () => undefined });
    await rig.until('connected', ({ obs }) => obs?.link === 'connected');
    await choose('Cut', null);
    await goTo(other, 'Wide');
    await onProgram('Wide');
    await rig.verbs.studio.set(true, now());
    await studio('on', true, 'Wide');
  });
  afterEach(async () => {
    await rig.verbs.studio.set(false, now());
    await studio('off', false, null);
    await choose('Cut', null);
    await rig.stop();
    expect(rig.faults).toEqual([]);
  });

  it('is followed when somebody switches it in OBS, and changes the preview there', async () => {
    await other.call('SetStudioModeEnabled', { studioModeEnabled: false });
    await studio('off', false, null);
    await other.call('SetStudioModeEnabled', { studioModeEnabled: true });
    await studio('on', true, 'Wide');
    await other.call('SetCurrentPreviewScene', { sceneName: 'Holding' });
    await studio('Holding on preview', true, 'Holding');
    expect(rig.state.program?.sceneId).toBe(rig.sceneId('Wide'));
  });

  it('refuses a preview while it is off', async () => {
    await rig.verbs.studio.set(false, now());
    await studio('off', false, null);
    await expect(rig.verbs.preview.set(rig.sceneId('Demo'), now())).rejects.toMatchObject({
      code: 'studio-off',
    });
  });

  it('takes the preview by a fade that says where it goes, and has the old shot on preview after it', async () => {
    await choose('Fade', 600);
    await preview('Demo');
    const going = rig.until('going', ({ program }) => program?.goingTo != null);
    await take('Demo');
    expect((await going).program).toMatchObject({
      sceneId: rig.sceneId('Wide'),
      goingTo: { sceneId: rig.sceneId('Demo'), durationMs: 600 },
    });
    await onProgram('Demo');
    await studio('Wide on preview', true, 'Wide');
  });

  it('takes by a cut whatever is chosen, and leaves the choice and the scene as they were', async () => {
    await choose('Fade', 5000);
    await preview('Demo');
    await rig.verbs.transition.take(rig.sceneId('Demo'), true, now());
    await onProgram('Demo');
    expect(rig.state.transition).toMatchObject({ name: 'Fade', durationMs: 5000 });
    const override = await other.call('GetSceneSceneTransitionOverride', { sceneName: 'Demo' });
    expect(override).toMatchObject({ transitionName: null });
  });

  it('takes what its sender saw, also when the preview has just become another', async () => {
    await preview('Demo');
    await other.call('SetCurrentPreviewScene', { sceneName: 'Holding' });
    await take('Demo');
    await onProgram('Demo');
  });

  it('lets a cut wait for the end of a fade, which OBS would not break off', async () => {
    await choose('Fade', 500);
    await preview('Demo');
    const going = rig.until('going', ({ program }) => program?.goingTo?.sceneId === rig.sceneId('Demo'));
    await take('Demo');
    await going;
    await rig.verbs.program.cut(rig.sceneId('Holding'), now());
    await onProgram('Holding');
    await seen('program', ['Backdrop', 'Title']);
  });

  it('refuses a cut in the middle of a long fade, and to be switched off', async () => {
    await choose('Fade', 2500);
    await preview('Demo');
    const going = rig.until('going', ({ program }) => program?.goingTo?.sceneId === rig.sceneId('Demo'));
    await take('Demo');
    await going;
    await expect(rig.verbs.program.cut(rig.sceneId('Holding'), now())).rejects.toMatchObject({
      code: 'in-transition',
    });
    await expect(rig.verbs.studio.set(false, now())).rejects.toMatchObject({ code: 'in-transition' });
    await onProgram('Demo');
    expect(rig.state.studio?.isOn).toBe(true);
  });

  it('breaks to a scene at once in the middle of a fade, and puts what was chosen back after it', async () => {
    await choose('Fade', 1400);
    await preview('Demo');
    const going = rig.until('going', ({ program }) => program?.goingTo?.sceneId === rig.sceneId('Demo'));
    await take('Demo');
    const endsAt = now() + 1400;
    await going;
    const cut = rig.verbs.program.cut(rig.sceneId('Close-up'), now()).catch((error: unknown) => error);
    const from = rig.history.length;
    await rig.verbs.program.breakTo(rig.sceneId('Holding'), now());
    await onProgram('Holding');
    expect(now()).toBeLessThan(endsAt - 500);
    expect(await cut).toMatchObject({ code: 'superseded' });
    await seen('program', ['Backdrop', 'Title']);
    await rig.until('Fade again', ({ transition }) => transition?.name === 'Fade');
    expect(now()).toBeGreaterThan(endsAt);
    expect(rig.state.transition?.durationMs).toBe(1400);
    const shown = rig.history.slice(from).flatMap(({ set }) => set.program?.sceneId ?? []);
    expect(new Set(shown)).toEqual(new Set([rig.sceneId('Wide'), rig.sceneId('Holding')]));
    await choose('Fade', 300);
    await take('Demo');
    await onProgram('Demo');
    await seen('program', ['Camera close', 'Guest mic', 'Host mic', 'Laptop']);
  });

  it('breaks to a scene right after a take that nobody has seen to begin', async () => {
    await choose('Fade', 1400);
    await preview('Demo');
    await take('Demo');
    await rig.verbs.program.breakTo(rig.sceneId('Holding'), now());
    await onProgram('Holding');
    await seen('program', ['Backdrop', 'Title']);
    await rig.until('Fade again', ({ transition }) => transition?.name === 'Fade');
  });

  it('breaks to a scene by the transition that is chosen, where none runs', async () => {
    await choose('Fade', 300);
    const going = rig.until('going', ({ program }) => program?.goingTo?.sceneId === rig.sceneId('Holding'));
    await rig.verbs.program.breakTo(rig.sceneId('Holding'), now());
    await going;
    await onProgram('Holding');
    expect(rig.state.transition?.name).toBe('Fade');
  });

  it('shows what is seen when somebody breaks into a fade in OBS, whichever scene OBS names and ends on', async () => {
    await choose('Fade', 600);
    await preview('Demo');
    const going = rig.until('going', ({ program }) => program?.goingTo?.sceneId === rig.sceneId('Demo'));
    await take('Demo');
    await going;
    await other.call('SetCurrentProgramScene', { sceneName: 'Holding' });
    await rig.until('the end', ({ program }) => {
      const isThere = program?.sceneId === rig.sceneId('Demo') || program?.sceneId === rig.sceneId('Holding');
      return isThere && program.goingTo === null;
    });
    await rig.verbs.lookAgain();
    const { videoActive: isDemoSeen } = await other.call('GetSourceActive', { sourceName: 'Laptop' });
    expect(rig.state.program?.sceneId).toBe(rig.sceneId(isDemoSeen ? 'Demo' : 'Holding'));
    expect(names('program')(rig.state).includes('Laptop')).toBe(isDemoSeen);
    await take('Holding');
    await onProgram('Holding');
  });

  it('tells what is seen on program and on preview, and both sides of a fade', async () => {
    await seen('program', ['Camera wide', 'Guest mic', 'Host mic']);
    await preview('Holding');
    await seen('preview', ['Backdrop', 'Title']);
    await choose('Fade', 800);
    // By sources alone: they are read after the word on where the fade goes, or before it.
    const mixed = seen('program', ['Backdrop', 'Camera wide', 'Guest mic', 'Host mic', 'Title']);
    await take('Holding');
    await mixed;
    await onProgram('Holding');
    await seen('program', ['Backdrop', 'Title']);
  });

  it('tells what is seen in a nested scene, and not what is hidden', async () => {
    await other.call('CreateScene', { sceneName: 'Nest' });
    const { sceneItemId } = await other.call('CreateSceneItem', { sceneName: 'Nest', sourceName: 'Holding' });
    await rig.until('there', ({ scenes }) => scenes?.some(({ name }) => name === 'Nest') ?? false);
    await preview('Nest');
    await seen('preview', ['Backdrop', 'Title']);
    await other.call('SetSceneItemEnabled', { sceneName: 'Nest', sceneItemId, sceneItemEnabled: false });
    await seen('preview', []);
    await other.call('SetSceneItemEnabled', { sceneName: 'Nest', sceneItemId, sceneItemEnabled: true });
    await seen('preview', ['Backdrop', 'Title']);
    await take('Nest');
    await onProgram('Nest');
    await seen('program', ['Backdrop', 'Title']);
    // Hidden after the take: studio mode shows a copy, so it is on program still.
    await other.call('SetSceneItemEnabled', { sceneName: 'Nest', sceneItemId, sceneItemEnabled: false });
    await rig.verbs.lookAgain();
    expect(names('program')(rig.state)).toEqual(['Backdrop', 'Title']);
    await rig.verbs.program.cut(rig.sceneId('Wide'), now());
    await onProgram('Wide');
    await other.call('RemoveScene', { sceneName: 'Nest' });
    await rig.until('gone', ({ scenes }) => !scenes?.some(({ name }) => name === 'Nest'));
  });

  it('keeps the id of an input that is renamed', async () => {
    const idOf = (name: string) => rig.state.tally?.program.find((it) => it.name === name)?.id;
    await seen('program', ['Camera wide', 'Guest mic', 'Host mic']);
    const id = idOf('Camera wide');
    await other.call('SetInputName', { inputName: 'Camera wide', newInputName: 'Aisle' });
    await seen('program', ['Aisle', 'Guest mic', 'Host mic']);
    expect(idOf('Aisle')).toBe(id);
    await other.call('SetInputName', { inputName: 'Aisle', newInputName: 'Camera wide' });
    await seen('program', ['Camera wide', 'Guest mic', 'Host mic']);
  });
});

describeEachObs('a transition', (target) => {
  it('that is chosen while one runs is chosen when that has ended, and the next cut is said', async () => {
    const other = await target().poke();
    const rig = startRig({ ...target(), knownSceneId: () => undefined });
    const on = (name: string) =>
      rig.until(name, ({ program }) => program?.sceneId === rig.sceneId(name) && !program.goingTo);
    await rig.until('connected', ({ obs }) => obs?.link === 'connected');
    for (const [name, durationMs, scene] of [
      ['Fade', 300, 'Demo'],
      ['Cut', null, 'Holding'],
      ['Fade', 300, 'Close-up'],
      ['Cut', null, 'Wide'],
    ] as const) {
      await rig.verbs.transition.set(name, durationMs, rig.clock.now());
      // Accepted is not done: OBS says it to others a moment later.
      const chosen = async () => (await other.call('GetCurrentSceneTransition')).transitionName;
      await expect.poll(chosen, { timeout: 2000 }).toBe(name);
      const going = rig.until('going', ({ program }) => durationMs === null || program?.goingTo != null);
      await rig.verbs.program.cut(rig.sceneId(scene), rig.clock.now());
      await going;
      await on(scene);
    }
    await rig.stop();
    expect(rig.faults).toEqual([]);
  });
});
