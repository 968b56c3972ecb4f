import type OBSWebSocket from 'obs-websocket-js/json';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startRig, type Rig } from './rig.js';
import { describeEachObs } from './targets.js';

const BURSTS = 200;

describeEachObs('cuts', (target) => {
  let rig: Rig;
  let other: OBSWebSocket;

  const onProgram = (name: string) =>
    rig.until(
      `${name} on program`,
      ({ program }) => program?.sceneId === rig.sceneId(name) && !program.goingTo,
    );
  /** By our own verb, which waits until the last one has ended: OBS 29 forgets to announce what follows otherwise. */
  const transition = async (name: string, durationMs: number | null) => {
    await rig.verbs.transition.set(name, durationMs, rig.clock.now());
    await rig.until(
      `${name} chosen`,
      ({ transition: it }) => it?.name === name && (durationMs === null || it.durationMs === durationMs),
    );
  };

  beforeEach(async () => {
    other = await target().poke();
    rig = startRig({ ...target(), knownSceneId: () => undefined });
    await rig.until('connected', ({ obs }) => obs?.link === 'connected');
    await transition('Cut', null);
    await rig.verbs.program.cut(rig.sceneId('Wide'), rig.clock.now());
    await onProgram('Wide');
  });
  afterEach(async () => {
    // The next rig must not begin in the middle: only this one has heard what runs.
    await transition('Cut', null);
    await rig.stop();
    expect(rig.faults).toEqual([]);
  });

  it('move OBS, and then the mirror', async () => {
    await rig.verbs.program.cut(rig.sceneId('Demo'), rig.clock.now());
    await onProgram('Demo');
    expect(await other.call('GetCurrentProgramScene')).toMatchObject({ currentProgramSceneName: 'Demo' });
  });

  it('to the scene that is on already are accepted and change nothing', async () => {
    await rig.verbs.program.cut(rig.sceneId('Wide'), rig.clock.now());
    await rig.verbs.lookAgain();
    expect(rig.state.program).toEqual({ sceneId: rig.sceneId('Wide'), goingTo: null });
  });

  it('to a scene that OBS does not have are refused', async () => {
    await expect(rig.verbs.program.cut('nowhere', rig.clock.now())).rejects.toMatchObject({
      code: 'scene-gone',
    });
  });

  it('by a fade say where they go, and are on when it ends', async () => {
    await transition('Fade', 600);
    const from = rig.history.length;
    const seen = rig.until('going', ({ program }) => program?.goingTo != null);
    await rig.verbs.program.cut(rig.sceneId('Demo'), rig.clock.now());
    const going = await seen;
    expect(going.program).toMatchObject({
      sceneId: rig.sceneId('Wide'),
      goingTo: { sceneId: rig.sceneId('Demo'), durationMs: 600 },
    });
    await onProgram('Demo');
    const steps = rig.history.slice(from).flatMap(({ set }) => set.program ?? []);
    expect(steps.map(({ sceneId, goingTo }) => [sceneId, goingTo?.sceneId])).toEqual([
      [rig.sceneId('Wide'), rig.sceneId('Demo')],
      [rig.sceneId('Demo'), undefined],
    ]);
  });

  it('that interrupt a fade are the only ones that come on', async () => {
    await transition('Fade', 800);
    const from = rig.history.length;
    const fadeTo = async (name: string) => {
      const seen = rig.until(
        `going to ${name}`,
        ({ program }) => program?.goingTo?.sceneId === rig.sceneId(name),
      );
      await Promise.all([rig.verbs.program.cut(rig.sceneId(name), rig.clock.now()), seen]);
    };
    await fadeTo('Demo');
    await fadeTo('Holding');
    await onProgram('Holding');
    const on = rig.history.slice(from).flatMap(({ set }) => set.program?.sceneId ?? []);
    expect(on).not.toContain(rig.sceneId('Demo'));
  });

  it(`end on the newest, ${BURSTS} times out of ${BURSTS}, when nobody waits for them`, async () => {
    const ids = ['Wide', 'Close-up', 'Demo', 'Holding'].map((name) => rig.sceneId(name));
    let superseded = 0;
    for (let burst = 0; burst < BURSTS; burst++) {
      const order = Array.from({ length: 10 }, (_, tap) => ids[(tap * (burst + 1) + burst) % 4] ?? '');
      const taps = await Promise.allSettled(order.map((id) => rig.verbs.program.cut(id, rig.clock.now())));
      superseded += taps.filter((it) => it.status === 'rejected').length;
      expect(taps.at(-1)).toEqual({ status: 'fulfilled', value: undefined });
      const { currentProgramSceneName: name } = await other.call('GetCurrentProgramScene');
      expect(rig.sceneId(name)).toBe(order.at(-1));
    }
    expect(superseded).toBe(BURSTS * 8);
    await rig.verbs.lookAgain();
    const { currentProgramSceneName: last } = await other.call('GetCurrentProgramScene');
    await onProgram(last);
  }, 120_000);
});
