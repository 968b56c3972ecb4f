import { beforeEach, describe, expect, it } from 'vitest';
import { ProgramReading } from '../../../server/obs/programReading.js';
import { ManualClock } from '../../fixtures/manualClock.js';

const scene = (name: string) => ({ name, uuid: null });

describe('the reading of program', () => {
  let clock: ManualClock;
  let obs: {
    program: string;
    transition: string;
    kind: string;
    durationMs: number | null;
    overrideMs: number;
    isStudio: boolean;
  };
  let wishes: number[];
  let reading: ProgramReading;

  beforeEach(async () => {
    clock = new ManualClock();
    wishes = [];
    obs = {
      program: 'A',
      transition: 'Fade',
      kind: 'fade_transition',
      durationMs: 300,
      overrideMs: 700,
      isStudio: false,
    };
    reading = new ProgramReading({
      clock,
      ask: (type) => Promise.resolve(answers[type]?.()),
      idOf: ({ name }) => name,
      isStudio: () => obs.isStudio,
      isThere: (sceneId) => sceneId !== 'gone',
      lookIn: (ms) => wishes.push(ms),
    });
    const answers: Record<string, () => object> = {
      GetCurrentProgramScene: () => ({ currentProgramSceneName: obs.program }),
      GetCurrentSceneTransition: () => ({
        transitionName: obs.transition,
        transitionKind: obs.kind,
        transitionDuration: obs.durationMs,
      }),
      GetSceneTransitionList: () => ({
        transitions: [{ transitionName: obs.transition, transitionKind: obs.kind, transitionFixed: false }],
      }),
      GetSceneSceneTransitionOverride: () => ({
        transitionName: obs.transition,
        transitionDuration: obs.overrideMs,
      }),
    };
    await reading.read(true);
  });

  const fadeTo = async (name: string) => {
    obs.program = name;
    reading.started('Fade');
    await reading.read(false);
  };

  it('goes to the target when a transition starts, and arrives when the change is said', async () => {
    await fadeTo('B');
    expect(reading.value).toEqual({
      sceneId: 'A',
      goingTo: { sceneId: 'B', startedAt: clock.now(), durationMs: 300 },
    });
    reading.changed(scene('B'));
    await reading.read(false);
    expect(reading.value).toEqual({ sceneId: 'B', goingTo: null });
  });

  it('never goes anywhere by a cut', async () => {
    Object.assign(obs, { program: 'B', transition: 'Cut', kind: 'cut_transition', durationMs: null });
    reading.started('Cut');
    await reading.read(false);
    expect(reading.value).toEqual({ sceneId: 'A', goingTo: null });
    reading.changed(scene('B'));
    await reading.read(false);
    expect(reading.value).toEqual({ sceneId: 'B', goingTo: null });
  });

  it('takes the duration of a scene’s own transition', async () => {
    obs.program = 'B';
    reading.started('Slow fade');
    await reading.read(false);
    expect(reading.value.goingTo?.durationMs).toBe(700);
  });

  it('arrives by a second look when the change is never said', async () => {
    await fadeTo('B');
    expect(wishes).toEqual([800]);
    clock.passAtOnce(800);
    await reading.read(false);
    expect(reading.value).toEqual({ sceneId: 'B', goingTo: null });
  });

  it('goes elsewhere when a transition is interrupted', async () => {
    await fadeTo('B');
    await fadeTo('C');
    expect(reading.value).toMatchObject({ sceneId: 'A', goingTo: { sceneId: 'C' } });
  });

  it('believes the confirmed scene while OBS already goes to the next', async () => {
    await fadeTo('B');
    reading.changed(scene('B'));
    await fadeTo('C');
    expect(reading.value).toMatchObject({ sceneId: 'B', goingTo: { sceneId: 'C' } });
  });

  it('believes a read that nothing announced only when it says the same again', async () => {
    obs.program = 'B';
    reading.changed(scene('C'));
    await reading.read(false);
    expect(reading.value.sceneId).toBe('A');
    expect(wishes).toEqual([60]);
    await reading.read(false);
    expect(reading.value.sceneId).toBe('B');
  });

  it('asks again for the target when OBS told of the start before it named it', async () => {
    reading.started('Fade');
    const at = clock.now();
    await reading.read(false);
    expect(reading.value).toEqual({ sceneId: 'A', goingTo: null });
    expect(wishes).toEqual([60]);
    clock.passAtOnce(60);
    obs.program = 'B';
    await reading.read(false);
    expect(reading.value).toEqual({
      sceneId: 'A',
      goingTo: { sceneId: 'B', startedAt: at, durationMs: 300 },
    });
  });

  it('goes back to the scene that is on when a transition is interrupted by it', async () => {
    await fadeTo('B');
    await fadeTo('A');
    expect(reading.value.goingTo?.sceneId).toBe('B');
    await reading.read(false);
    expect(reading.value).toMatchObject({ sceneId: 'A', goingTo: { sceneId: 'A' } });
    reading.changed(scene('A'));
    await reading.read(false);
    expect(reading.value).toEqual({ sceneId: 'A', goingTo: null });
  });

  it('goes nowhere when a start is heard after its own end', async () => {
    obs.program = 'B';
    reading.changed(scene('B'));
    await reading.read(false);
    reading.started('Fade');
    await reading.read(false);
    await reading.read(false);
    expect(reading.value).toEqual({ sceneId: 'B', goingTo: null });
  });

  describe('in studio mode', () => {
    beforeEach(() => {
      obs.isStudio = true;
    });

    it('keeps to where OBS is going when OBS names the scene that broke in, until a transition begins', async () => {
      await fadeTo('B');
      obs.program = 'C';
      await reading.read(false);
      expect(reading.value).toMatchObject({ sceneId: 'A', goingTo: { sceneId: 'B' } });
      reading.changed(scene('C'));
      await reading.read(false);
      expect(reading.value).toEqual({ sceneId: 'B', goingTo: null });
      clock.passAtOnce(5000);
      await reading.read(true);
      expect(reading.value).toEqual({ sceneId: 'B', goingTo: null });
      await fadeTo('C');
      reading.changed(scene('C'));
      await reading.read(false);
      expect(reading.value).toEqual({ sceneId: 'C', goingTo: null });
    });

    it('finds out only at the end, when nothing was said before', async () => {
      await fadeTo('B');
      obs.program = 'C';
      reading.changed(scene('C'));
      await reading.read(false);
      expect(reading.value).toEqual({ sceneId: 'B', goingTo: null });
    });

    it('believes the name again when studio mode ends, which brings on what was named', async () => {
      await fadeTo('B');
      obs.program = 'C';
      reading.changed(scene('C'));
      await reading.read(false);
      obs.isStudio = false;
      reading.changed(scene('C'));
      await reading.read(false);
      expect(reading.value).toEqual({ sceneId: 'C', goingTo: null });
    });

    it('is not fooled by the preview that OBS names in passing when studio mode ends', async () => {
      obs.isStudio = false;
      reading.changed(scene('P'));
      await reading.read(false);
      expect(reading.value).toEqual({ sceneId: 'A', goingTo: null });
    });
  });
});
