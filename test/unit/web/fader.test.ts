import { describe, expect, it } from 'vitest';
import { dbAt, moved, positionOf, stepped } from '../../../web/sound/faderScale.js';
import { FaderSending } from '../../../web/sound/faderSending.js';
import { ManualClock } from '../../fixtures/manualClock.js';

describe('the way of a fader', () => {
  it('has all of OBS’s scale on it, there and back', () => {
    for (const db of [-100, -80, -60, -30, -12.5, -3, 0, 6, 15, 26]) {
      expect(dbAt(positionOf(db))).toBeCloseTo(db, 6);
    }
    expect([positionOf(-100), positionOf(0), positionOf(26)]).toEqual([0, 0.75, 1]);
    expect([dbAt(-1), dbAt(2)]).toEqual([-100, 26]);
  });

  it('is relative: no movement is no change, wherever it is', () => {
    for (const db of [-100, -47.3, -12.5, 10, 26]) expect(moved(db, 0)).toBeCloseTo(db, 6);
    expect(moved(-15, 0.02)).toBeCloseTo(-14, 6);
    expect(moved(26, 0.5)).toBe(26);
    expect(moved(-100, -0.5)).toBe(-100);
  });

  it('catches at unity', () => {
    expect(moved(-15, 0.295)).toBe(0);
    expect(moved(-15, 0.28)).toBe(-1);
  });

  it('goes by steps of a key, to its ends', () => {
    expect([stepped(-3, 1), stepped(25.5, 1), stepped(-99.5, -1)]).toEqual([-2, 26, -100]);
  });
});

describe('a dragged fader', () => {
  const drag = () => {
    const clock = new ManualClock();
    const sent: [db: number, isFinal: boolean][] = [];
    const sending = new FaderSending({
      everyMs: 70,
      now: () => clock.now(),
      after: (ms, act) => clock.after(ms, act),
      send: (db, isFinal) => sent.push([db, isFinal]),
    });
    return { clock, sent, sending };
  };

  it('is told at most fifteen times a second, the newest each time', () => {
    const { clock, sent, sending } = drag();
    for (let ms = 0; ms < 1000; ms += 5) {
      sending.move(-ms / 100);
      clock.passAtOnce(5);
    }
    expect(sent.length).toBeGreaterThan(12);
    expect(sent.length).toBeLessThanOrEqual(15);
    expect(sent[1]).toEqual([-0.65, false]);
  });

  it('is told where it was let go, at once and last', () => {
    const { clock, sent, sending } = drag();
    sending.move(-1);
    sending.move(-2);
    sending.end(-3);
    clock.passAtOnce(1000);
    expect(sent).toEqual([
      [-1, false],
      [-3, true],
    ]);
  });
});
