import { describe, expect, it } from 'vitest';
import { Backoff } from '../../../server/obs/backoff.js';

describe('the back-off', () => {
  it('doubles up to a cap under a second, and starts over when reset', () => {
    const backoff = new Backoff(() => 1);
    expect(Array.from({ length: 5 }, () => backoff.next())).toEqual([100, 200, 400, 600, 600]);
    backoff.reset();
    expect(backoff.next()).toBe(100);
  });

  it('is jittered down to half of its step', () => {
    expect(new Backoff(() => 0).next()).toBe(50);
  });
});
