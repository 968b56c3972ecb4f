import { describe, expect, it } from 'vitest';
import { AutoOff } from '../../../web/names/autoOff.svelte.js';

/** As much of a browser's storage as a choice needs. */
function storageWith(kept: Record<string, string>) {
  const items = new Map(Object.entries(kept));
  const storage = {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
  };
  // A Storage can only be made by a browser.
  return () => storage as unknown as Storage;
}

describe('how long names stay', () => {
  it('is eight seconds until somebody chooses, and goes round with each tap', () => {
    const autoOff = new AutoOff(storageWith({}));
    const seconds = [1, 2, 3, 4, 5].map(() => {
      const before = autoOff.seconds;
      autoOff.next();
      return before;
    });
    expect(seconds).toEqual([8, 15, null, 5, 8]);
  });

  it.each([1, 2, 3])('is kept by the device after %i taps', (taps) => {
    const storage = storageWith({});
    const before = new AutoOff(storage);
    for (let tap = 0; tap < taps; tap++) before.next();
    const after = new AutoOff(storage);
    expect([after.seconds, after.ms]).toEqual([before.seconds, before.ms]);
  });

  it('is eight seconds where what was kept is none of the choices, or nothing may be kept', () => {
    expect(new AutoOff(storageWith({ 'showfloor.autoOff': '7' })).ms).toBe(8000);
    const forbidden = () => {
      throw new Error('SecurityError');
    };
    const autoOff = new AutoOff(forbidden);
    autoOff.next();
    expect(autoOff.seconds).toBe(15);
  });
});
