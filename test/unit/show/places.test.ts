import { describe, expect, it } from 'vitest';
import { place } from '../../../server/show/places.js';

const scene = (id: string, name = id) => ({ id, name });
const first = place(undefined, 'Booth', [scene('a'), scene('b'), scene('c')]);

describe('places', () => {
  it('are given in order on first sight, with digit keys', () => {
    expect(first.tiles.map(({ sceneId, key }) => [sceneId, key])).toEqual([
      ['a', '1'],
      ['b', '2'],
      ['c', '3'],
    ]);
  });

  it('have ten keys, the tenth being 0, and none beyond', () => {
    const many = place(
      undefined,
      'Booth',
      Array.from({ length: 12 }, (_, index) => scene(`s${index}`)),
    );
    expect(many.tiles.map(({ key }) => key).slice(8)).toEqual(['9', '0', null, null]);
  });

  it('do not move when OBS reorders its list', () => {
    expect(place(first, 'Booth', [scene('c'), scene('a'), scene('b')])).toEqual(first);
  });

  it('keep a hole for a removed scene and put a new one last without a key', () => {
    const next = place(first, 'Booth', [scene('a'), scene('c'), scene('new')]);
    expect(next.tiles.map(({ sceneId, key }) => [sceneId, key])).toEqual([
      ['a', '1'],
      ['b', '2'],
      ['c', '3'],
      ['new', null],
    ]);
  });

  it('follow a renamed scene', () => {
    const next = place(first, 'Booth', [scene('a', 'Wide'), scene('b'), scene('c')]);
    expect(next.tiles[0]).toEqual({ sceneId: 'a', name: 'Wide', key: '1' });
  });

  it('take a scene back that returns under its name with another id', () => {
    const without = place(first, 'Booth', [scene('a'), scene('c')]);
    const back = place(without, 'Booth', [scene('a'), scene('c'), scene('b2', 'b')]);
    expect(back.tiles[1]).toEqual({ sceneId: 'b2', name: 'b', key: '2' });
    expect(back.tiles).toHaveLength(3);
  });
});
