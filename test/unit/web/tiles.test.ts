import { describe, expect, it } from 'vitest';
import { tilesOf } from '../../../web/scenes/tiles.js';
import { lookOf } from '../../fixtures/looks.js';

const wide = lookOf('a', { place: 0, scene: { id: 'a', name: 'Wide' }, name: 'Both', key: '1' });
const demo = lookOf('b', { place: 1, scene: { id: 'b', name: 'Demo' }, key: '2' });
const late = lookOf('c', { place: 2, scene: { id: 'c', name: 'Late' } });
const scenes = [wide, demo, late].map(({ scene }) => scene);

describe('the tiles', () => {
  it('stay in their places whatever the order in OBS, under the crew’s names', () => {
    expect(tilesOf([wide, demo, late], scenes.toReversed())).toEqual([
      { kind: 'look', lookId: wide.id, sceneId: 'a', name: 'Both', key: '1' },
      { kind: 'look', lookId: demo.id, sceneId: 'b', name: 'Demo', key: '2' },
      { kind: 'look', lookId: late.id, sceneId: 'c', name: 'Late', key: null },
    ]);
  });

  it('leave a hole where a scene is missing, and nothing moves up', () => {
    const tiles = tilesOf([wide, demo, late], [late.scene]);
    expect(tiles.map(({ kind }) => kind)).toEqual(['hole', 'hole', 'look']);
  });

  it('leave a gap for a hidden look between others, and end with the last that is shown', () => {
    const helper = { ...demo, isHidden: true };
    expect(tilesOf([wide, helper, late], scenes).map(({ kind }) => kind)).toEqual(['look', 'gap', 'look']);
    expect(tilesOf([wide, demo, { ...late, isHidden: true }], scenes)).toHaveLength(2);
  });
});
