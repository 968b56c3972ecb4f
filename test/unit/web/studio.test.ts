import { describe, expect, it } from 'vitest';
import { describeTransition } from '../../../web/studio/describe.js';
import { lengthsWith } from '../../../web/studio/lengths.js';

describe('a transition in words', () => {
  it.each([
    [{ name: 'Fade', durationMs: 300 }, 'Fade 300 ms'],
    [{ name: 'Fade', durationMs: 1500 }, 'Fade 1.5 s'],
    [{ name: 'Cut', durationMs: null }, 'Cut'],
  ])('%j is %s', (transition, words) => {
    expect(describeTransition(transition)).toBe(words);
  });
});

describe('the lengths to choose from', () => {
  it('have the one that OBS has among them, in its place and once', () => {
    expect(lengthsWith(420).filter((ms) => ms > 300 && ms < 750)).toEqual([420, 500]);
    expect(lengthsWith(300).filter((ms) => ms === 300)).toHaveLength(1);
  });
});
