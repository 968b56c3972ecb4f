import { beforeEach, describe, expect, it } from 'vitest';
import { TransitionReading } from '../../../server/obs/transitionReading.js';
import { ManualClock } from '../../fixtures/manualClock.js';

const B = { name: 'B', uuid: null };

describe('the reading of the transition', () => {
  let clock: ManualClock;
  let reading: TransitionReading;
  let wishes: number[];

  beforeEach(() => {
    clock = new ManualClock();
    wishes = [];
    const answers: Record<string, object> = {
      GetCurrentSceneTransition: { transitionName: 'Fade', transitionDuration: 300 },
      GetSceneTransitionList: {
        transitions: [
          { transitionName: 'Cut', transitionKind: 'cut_transition', transitionFixed: true },
          { transitionName: 'Fade', transitionKind: 'fade_transition', transitionFixed: false },
        ],
      },
    };
    reading = new TransitionReading({
      clock,
      ask: (type) => Promise.resolve(answers[type]),
      lookIn: (ms) => wishes.push(ms),
    });
  });

  it('knows what is chosen, how long it lasts, and what else there is', async () => {
    await reading.read();
    expect(reading.value).toEqual({
      name: 'Fade',
      durationMs: 300,
      choices: [
        { name: 'Cut', isFixed: true },
        { name: 'Fade', isFixed: false },
      ],
    });
  });

  it('is quiet at first, and not from the start of a transition until its sound has ended', () => {
    expect(reading.isQuiet).toBe(true);
    reading.hear({ about: 'transition', name: 'Fade' });
    expect(reading.isQuiet).toBe(false);
    clock.passAtOnce(400);
    reading.hear({ about: 'program', scene: B });
    expect(reading.isQuiet).toBe(false);
    clock.passAtOnce(400);
    expect(reading.hear({ about: 'transition-ended' })).toBe(true);
    expect(reading.isQuiet).toBe(true);
  });

  it('is not disturbed by a change without a transition, as when studio mode ends', () => {
    reading.hear({ about: 'program', scene: B });
    expect(reading.isQuiet).toBe(true);
  });

  it('is quiet again after a while when the end is never said, and looks then', () => {
    reading.hear({ about: 'transition', name: 'Cut' });
    clock.passAtOnce(1299);
    expect(reading.isQuiet).toBe(false);
    clock.passAtOnce(1);
    expect(reading.isQuiet).toBe(true);
    expect(wishes).toEqual([1300]);
  });
});
