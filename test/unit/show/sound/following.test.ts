import { describe, expect, it } from 'vitest';
import { follow, type Shot } from '../../../../server/show/sound/following.js';

const LOOKS: Record<string, Record<string, 'open' | 'closed'>> = {
  wide: { host: 'open', guest: 'open' },
  close: { host: 'closed', guest: 'open' },
  demo: { laptop: 'open' },
  holding: { host: 'closed', guest: 'closed' },
};
const on = (scene: string, coming: string | null = null): Shot => ({ on: scene, coming });

/** `muted` are those that a look may open. */
const step = (before: Shot, now: Shot, muted: string[] = [], early: string[] = []) => {
  const { wishes, openedEarly } = follow(before, now, {
    of: (scene) => LOOKS[scene] ?? {},
    mayOpen: (id) => muted.includes(id),
    openedEarly: new Set(early),
  });
  return { ...Object.fromEntries(wishes), early: [...openedEarly] };
};

describe('sound that follows the look', () => {
  it('sets the mics that the look names after a cut, and leaves the others', () => {
    expect(step(on('wide'), on('close'))).toEqual({ host: 'closed', guest: 'open', early: [] });
    expect(step(on('wide'), on('demo'))).toEqual({ laptop: 'open', early: [] });
    expect(step(on('wide'), on('a scene without a look'))).toEqual({ early: [] });
  });

  it('opens as soon as a shot begins to come, and closes when the one before is gone', () => {
    expect(step(on('holding'), on('holding', 'close'), ['guest'])).toEqual({
      guest: 'open',
      early: ['guest'],
    });
    expect(step(on('holding', 'close'), on('close'), [], ['guest'])).toEqual({
      host: 'closed',
      guest: 'open',
      early: [],
    });
  });

  it('takes back what it opened for a shot that never came', () => {
    expect(step(on('holding', 'wide'), on('holding'), [], ['host', 'guest'])).toEqual({
      host: 'closed',
      guest: 'closed',
      early: [],
    });
  });

  it('keeps open what the shot wants that comes instead', () => {
    expect(step(on('holding', 'wide'), on('holding', 'close'), [], ['host', 'guest'])).toEqual({
      host: 'closed',
      guest: 'open',
      early: ['guest'],
    });
  });

  it('takes back nothing that was open before, or that is on', () => {
    expect(step(on('wide', 'close'), on('wide'))).toEqual({ early: [] });
    expect(step(on('holding', 'close'), on('close', 'demo'), ['laptop'], ['guest'])).toEqual({
      host: 'closed',
      guest: 'open',
      laptop: 'open',
      early: ['laptop'],
    });
    expect(step(on('close', 'demo'), on('close'), [], ['laptop'])).toEqual({ laptop: 'closed', early: [] });
  });
});
