import { beforeEach, describe, expect, it } from 'vitest';
import { Hold, type HoldView } from '../../../web/holds/hold.js';

let now: number;
let timer: { at: number; act: () => void } | null;
let fired: string[];
let view: HoldView;
let hold: Hold;

beforeEach(() => {
  now = 10_000;
  timer = null;
  fired = [];
  hold = new Hold({
    holdMs: () => 800,
    gripMs: 3000,
    now: () => now,
    after: (ms, act) => {
      timer = { at: now + ms, act };
      return () => (timer = null);
    },
    fire: (aim) => fired.push(aim),
    changed: (next) => (view = next),
  });
  hold.aim('take-1');
});

/** Time passes, and what is due runs, as late as it passes. */
function pass(ms: number): void {
  now += ms;
  if (timer === null || timer.at > now) return;
  const { act } = timer;
  timer = null;
  act();
}

describe('a hold', () => {
  it('fires once, when it has rested long enough, at what it was aimed at', () => {
    hold.press('finger', true);
    expect(view.phase).toBe('holding');
    pass(799);
    expect(fired).toEqual([]);
    pass(1);
    expect(fired).toEqual(['take-1']);
    expect(view.phase).toBe('fired');
    pass(5000);
    hold.release('finger');
    expect(fired).toEqual(['take-1']);
    expect(view).toEqual({ phase: 'idle', why: null });
  });

  it.each([
    ['is released early', 'released', () => hold.release('finger')],
    ['leaves the button', 'left', () => hold.leave('finger')],
    ['is joined by a second finger on the button', 'second-finger', () => hold.press('other', true)],
    ['is joined by a second finger elsewhere', 'second-finger', () => hold.press('other', false)],
    ['is interrupted by pointercancel', 'interrupted', () => hold.lose('finger')],
    ['is interrupted by blur, rotation or the button’s end', 'interrupted', () => hold.interrupt()],
    ['loses the link', 'changed', () => hold.aim(null)],
    ['would stop another take by now', 'changed', () => hold.aim('take-2')],
  ] as const)('does not fire when it %s', (_, why, cancel) => {
    hold.press('finger', true);
    pass(500);
    cancel();
    expect(view).toEqual({ phase: 'cancelled', why });
    pass(2000);
    expect(fired).toEqual([]);
  });

  it('does not resume after a cancel without a fresh press', () => {
    hold.press('finger', true);
    pass(300);
    hold.leave('finger');
    pass(1000);
    hold.release('finger');
    hold.press('finger', true);
    pass(800);
    expect(fired).toEqual(['take-1']);
  });

  it('does not begin with a press outside the button', () => {
    hold.press('finger', false);
    pass(2000);
    expect(fired).toEqual([]);
  });

  it('does not begin while another finger is down', () => {
    hold.press('other', false);
    pass(100);
    hold.press('finger', true);
    pass(2000);
    expect(fired).toEqual([]);
    expect(view).toEqual({ phase: 'cancelled', why: 'second-finger' });
  });

  it('does not begin beside a finger that is still down when the browser takes another away', () => {
    hold.press('other', false);
    hold.press('scroll', false);
    hold.lose('scroll');
    hold.press('finger', true);
    pass(2000);
    expect(fired).toEqual([]);
  });

  it('begins beside a hand that has gripped the tablet for long', () => {
    hold.press('palm', false);
    pass(3001);
    hold.press('finger', true);
    pass(800);
    expect(fired).toEqual(['take-1']);
  });

  it('takes a press whose timer comes later than a grip for a grip', () => {
    hold.press('finger', true);
    pass(3001);
    expect(fired).toEqual([]);
    expect(view).toEqual({ phase: 'cancelled', why: 'grip' });
  });

  it('does not begin while there is nothing to act on', () => {
    hold.aim(null);
    hold.press('finger', true);
    hold.aim('take-1');
    pass(2000);
    expect(fired).toEqual([]);
  });

  it('is not cancelled by being told the same aim again, or by another finger’s leave and release', () => {
    hold.press('finger', true);
    hold.aim('take-1');
    hold.leave('other');
    hold.release('other');
    pass(800);
    expect(fired).toEqual(['take-1']);
  });
});
