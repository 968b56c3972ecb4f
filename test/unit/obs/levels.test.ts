import { describe, expect, it } from 'vitest';
import { LevelsFeed, levelsOf } from '../../../server/obs/feeds/levels.js';
import { metersIn, type Meter } from '../../../server/obs/translate/meters.js';
import type { Levels } from '../../../server/protocol/events.js';
import { ManualClock } from '../../fixtures/manualClock.js';

const meter = (peak: number, pre = peak): Meter => ({ name: 'mic', uuid: null, rms: peak / 2, peak, pre });
const meters = (its: Record<string, Meter>) => new Map(Object.entries(its));

describe('levels', () => {
  it('are of the loudest channel, and an input without channels is silent', () => {
    const inputs = [
      {
        inputName: 'mic',
        inputLevelsMul: [
          [0.1, 0.2, 0.3],
          [0.2, 0.1, 0.4],
        ],
      },
      { inputName: 'laptop', inputUuid: 'u', inputLevelsMul: [] },
    ];
    expect(metersIn({ inputs })).toEqual([
      { name: 'mic', uuid: null, rms: 0.2, peak: 0.2, pre: 0.4 },
      { name: 'laptop', uuid: 'u', rms: 0, peak: 0, pre: 0 },
    ]);
  });

  it('travel in dB, silence as the bottom of the scale', () => {
    expect(levelsOf(5, meters({ mic: meter(0.5, 1), off: meter(0) }))).toEqual({
      at: 5,
      inputs: { mic: [-12, -6, 0], off: [-100, -100, -100] },
      mix: [-12, -6],
    });
  });

  it('add up by power: two as loud as each other are 3 dB more, and nothing is silence', () => {
    expect(levelsOf(0, meters({ a: meter(0.5), b: meter(0.5) })).mix[1]).toBe(-3);
    expect(levelsOf(0, new Map()).mix).toEqual([-100, -100]);
  });
});

describe('the feed of levels', () => {
  const listen = () => {
    const clock = new ManualClock();
    const told: Levels[] = [];
    const feed = new LevelsFeed({ clock, tell: (levels) => told.push(levels) });
    const hear = (its: Record<string, Meter>, ms: number) => {
      feed.hear(meters(its));
      clock.passAtOnce(ms);
    };
    return { clock, told, feed, hear };
  };

  it('is told at most ten times a second of what OBS says twenty times, however it jitters', () => {
    const { feed, told, hear } = listen();
    feed.want(true);
    for (let second = 0; second < 10; second++) {
      for (let tick = 0; tick < 20; tick++) hear({ mic: meter(0.5) }, tick % 2 === 0 ? 47 : 53);
    }
    expect(told.length).toBeGreaterThan(90);
    expect(told.length).toBeLessThanOrEqual(101);
  });

  it('says what was loudest since the last time', () => {
    const { feed, told, hear } = listen();
    feed.want(true);
    for (const peak of [0.1, 0.5, 0.2, 0.1]) hear({ mic: meter(peak) }, 50);
    expect(told.map(({ inputs }) => inputs['mic']?.[1])).toEqual([-20, -6]);
  });

  it('leaves out what OBS no longer tells of', () => {
    const { feed, told, hear } = listen();
    feed.want(true);
    hear({}, 50);
    hear({ mic: meter(0.5), host: meter(0.5) }, 50);
    hear({ host: meter(0.5) }, 50);
    expect(Object.keys(told.at(-1)?.inputs ?? {})).toEqual(['host']);
  });

  it('says nothing while nobody looks, and goes on after the clock was set back', () => {
    const { clock, feed, told, hear } = listen();
    hear({ mic: meter(0.5) }, 50);
    expect(told).toEqual([]);
    feed.want(true);
    hear({ mic: meter(0.5) }, 50);
    clock.step(-3_600_000);
    hear({ mic: meter(0.5) }, 50);
    expect(told).toHaveLength(2);
  });
});
