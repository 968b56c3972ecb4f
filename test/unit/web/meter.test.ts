import { describe, expect, it } from 'vitest';
import type { Level } from '../../../server/protocol/events.js';
import { Meter, shareOf } from '../../../web/sound/meter.js';

const loud: Level = [-15, -12, -12];
const quiet: Level = [-60, -55, -55];
/** A muted mic that hears this. */
const unheard = (pre: number): Level => [-100, -100, pre];

describe('a meter', () => {
  it('shows the peak, and holds the highest for a second and a half', () => {
    const meter = new Meter();
    expect(meter.take(loud, false, 0)).toMatchObject({ rms: -15, peak: -12, hold: -12 });
    expect(meter.take(quiet, false, 1500)).toMatchObject({ peak: -55, hold: -12 });
    expect(meter.take(quiet, false, 1600)).toMatchObject({ peak: -55, hold: -55 });
  });

  it('keeps a clip until it is cleared, before the fader too', () => {
    const meter = new Meter();
    meter.take([-30, -26, 0], false, 0);
    expect(meter.take(quiet, false, 60_000).isClipped).toBe(true);
    expect(meter.take(undefined, false, 60_100).isClipped).toBe(true);
    meter.clearClip();
    expect(meter.take(quiet, false, 60_200).isClipped).toBe(false);
  });

  it('shows of a muted mic what it hears, which clips nobody', () => {
    expect(new Meter().take(unheard(0), true, 0)).toMatchObject({ peak: 0, rms: -100, isClipped: false });
  });

  it('tells an input that OBS says nothing of from a silent one', () => {
    expect(new Meter().take(undefined, false, 0).isAbsent).toBe(true);
    expect(new Meter().take(unheard(-100), false, 0).isAbsent).toBe(false);
  });

  it('has its scale from -60 dB to full', () => {
    expect([-100, -60, -18, -9, 0, 3].map(shareOf)).toEqual([0, 0, 0.7, 0.85, 1, 1]);
  });
});

describe('speaking while muted', () => {
  const run = (isMuted: boolean, levels: readonly number[]) => {
    const meter = new Meter();
    return levels.map((pre, turn) => meter.take(unheard(pre), isMuted, turn * 100).isSpeaking);
  };

  it('is said after 0.3 s of it', () => {
    expect(run(true, [-30, -30, -30, -30])).toEqual([false, false, false, true]);
  });

  it('goes on between words, and ends with a second of quiet', () => {
    const words = [-30, -30, -60, -60, -30, ...Array<number>(12).fill(-60)];
    const said = run(true, words);
    expect(said.slice(4, 14)).toEqual(Array(10).fill(true));
    expect(said.slice(15)).toEqual([false, false]);
  });

  it('is no click, no hum, and nothing while the mic is open', () => {
    expect(run(true, [-10, -60, -60, -60, -60, -60]).some(Boolean)).toBe(false);
    expect(run(true, Array<number>(20).fill(-41)).some(Boolean)).toBe(false);
    expect(run(false, Array<number>(20).fill(-10)).some(Boolean)).toBe(false);
  });
});
