import { describe, expect, it } from 'vitest';
import { Moments } from '../../../server/obs/moments.js';
import { ManualClock } from '../../fixtures/manualClock.js';

describe('a wait for what OBS says', () => {
  it('ends at once, at the look that fits, or when its time is up', async () => {
    const clock = new ManualClock();
    const moments = new Moments(clock);
    expect(await moments.until(() => true, 1000)).toBe(true);

    let fits = false;
    const seen = moments.until(() => fits, 1000);
    moments.look();
    fits = true;
    moments.look();
    expect(await seen).toBe(true);

    const never = moments.until(() => false, 1000);
    await clock.pass(1000);
    expect(await never).toBe(false);
  });
});
