import { describe, expect, it } from 'vitest';
import { Build } from '../../../web/live/build.js';

function setUp() {
  const kept = new Map<string, string>();
  let reloads = 0;
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
    clear: () => kept.clear(),
    key: () => null,
    length: 0,
  };
  const build = new Build(
    'old',
    () => storage,
    () => void reloads++,
  );
  return { build, reloads: () => reloads };
}

describe('a page of another build', () => {
  it('reloads once for one build of the server, and never in a loop', () => {
    const { build, reloads } = setUp();
    expect(build.reloadFor('new')).toBe(true);
    expect(build.reloadFor('new')).toBe(false);
    expect(reloads()).toBe(1);
  });

  it('reloads again for a later build, and again after all was well', () => {
    const { build, reloads } = setUp();
    build.reloadFor('new');
    expect(build.reloadFor('newer')).toBe(true);
    build.settled();
    expect(build.reloadFor('newer')).toBe(true);
    expect(reloads()).toBe(3);
  });

  it('does not reload where nothing can be remembered', () => {
    let reloads = 0;
    const forbidden = () => {
      throw new Error('storage is forbidden');
    };
    expect(new Build('old', forbidden, () => void reloads++).reloadFor('new')).toBe(false);
    expect(reloads).toBe(0);
  });
});
