import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Look, Scene } from '../../../server/protocol/slices.js';
import { isHelper, isNamedHolding } from '../../../server/show/sceneNames.js';
import { sighted } from '../../../server/show/sighting.js';

const scene = (id: string, name = id) => ({ id, name });
const sight = (known: readonly Look[], ...scenes: Scene[]) =>
  [...sighted(known, { collection: 'Booth', scenes, mint: randomUUID })].sort((a, b) => a.place - b.place);
const first = sight([], scene('a'), scene('b'), scene('c'));
const placesOf = (looks: readonly Look[]) => looks.map(({ scene: { id }, place, key }) => [id, place, key]);

describe('looks', () => {
  it('are made one a scene on first sight, in OBS’s order, with digit keys', () => {
    expect(placesOf(first)).toEqual([
      ['a', 0, '1'],
      ['b', 1, '2'],
      ['c', 2, '3'],
    ]);
    expect(new Set(first.map(({ id }) => id)).size).toBe(3);
  });

  it('have ten keys, the tenth being 0, and none beyond', () => {
    const many = sight([], ...Array.from({ length: 12 }, (_, index) => scene(`s${index}`)));
    expect(many.map(({ key }) => key).slice(8)).toEqual(['9', '0', null, null]);
  });

  it('do not move when OBS reorders its list', () => {
    expect(sight(first, scene('c'), scene('a'), scene('b'))).toEqual(first);
  });

  it('keep the place of a removed scene as a hole, and put a new one last without a key', () => {
    expect(placesOf(sight(first, scene('a'), scene('c'), scene('new')))).toEqual([
      ['a', 0, '1'],
      ['b', 1, '2'],
      ['c', 2, '3'],
      ['new', 3, null],
    ]);
  });

  it('follow a renamed scene and keep what the crew calls it', () => {
    const named = first.map((look) => (look.scene.id === 'a' ? { ...look, name: 'Both of us' } : look));
    const [look] = sight(named, scene('a', 'Wide'), scene('b'), scene('c'));
    expect(look).toEqual({ ...named[0], scene: scene('a', 'Wide') });
  });

  it('take a scene back that returns by its id, or under its name with another id', () => {
    const without = sight(first, scene('a'), scene('c'));
    expect(sight(without, scene('c'), scene('b'), scene('a'))).toEqual(first);
    const back = sight(without, scene('a'), scene('c'), scene('b2', 'b'));
    expect(back[1]).toEqual({ ...first[1], scene: scene('b2', 'b') });
    expect(back).toHaveLength(3);
  });

  it('hide helpers on sight: they have no key and stand after what is shown', () => {
    const looks = sight([], scene('_in'), scene('a'), scene('(b) roll'), scene('c'));
    expect(looks.map((look) => [look.scene.id, look.key, look.isHidden])).toEqual([
      ['a', '1', false],
      ['c', '2', false],
      ['_in', null, true],
      ['(b) roll', null, true],
    ]);
  });

  it('leave no gap for helpers when a new scene comes', () => {
    const looks = sight([], scene('a'), scene('_in'), scene('_out'));
    const next = sight(looks, scene('a'), scene('_in'), scene('_out'), scene('new'), scene('_more'));
    expect(placesOf(next).map(([id, place]) => [id, place])).toEqual([
      ['a', 0],
      ['new', 1],
      ['_out', 2],
      ['_in', 3],
      ['_more', 4],
    ]);
  });

  it('have the first scene with a name for it as the Holding look, on first sight only', () => {
    const looks = sight([], scene('a'), scene('b', 'BRB'), scene('c', 'Holding'));
    expect(looks.map(({ isHolding }) => isHolding)).toEqual([false, true, false]);
    const later = sight(first, scene('a'), scene('b'), scene('c'), scene('d', 'Holding'));
    expect(later.some(({ isHolding }) => isHolding)).toBe(false);
  });
});

describe('the name of a scene', () => {
  it.each(['_in', '.mix', '(b) roll', '[audio]'])('says that %s is a helper', (name) => {
    expect(isHelper(name)).toBe(true);
  });

  it.each(['Wide (two)', 'Close_up', 'Demo.1'])('says nothing of the kind of %s', (name) => {
    expect(isHelper(name)).toBe(false);
  });

  it.each([
    'Holding',
    'HOLD',
    'brb!',
    'Be right back',
    'Lunch break',
    'Stream: standby',
    'back soon',
    'Intermission',
  ])('says that %s is for holding', (name) => {
    expect(isNamedHolding(name)).toBe(true);
  });

  it.each(['Breakout', 'Household', 'Hallway', 'Paused'])('does not say so of %s', (name) => {
    expect(isNamedHolding(name)).toBe(false);
  });
});
