import { describe, expect, it } from 'vitest';
import { tilesOf } from '../../../web/scenes/tiles.js';

const places = {
  collection: 'Booth',
  tiles: [
    { sceneId: 'a', name: 'Wide', key: '1' as const },
    { sceneId: 'b', name: 'Demo', key: '2' as const },
    { sceneId: 'c', name: 'Late', key: null },
  ],
};

describe('the tiles', () => {
  it('stay in their places whatever the order in OBS, under OBS’s own names', () => {
    const scenes = [
      { id: 'c', name: 'Late' },
      { id: 'b', name: 'Demo, renamed' },
      { id: 'a', name: 'Wide' },
    ];
    expect(tilesOf(places, scenes).map((tile) => tile.name)).toEqual(['Wide', 'Demo, renamed', 'Late']);
  });

  it('leave a hole where a scene is missing, and nothing moves up', () => {
    const tiles = tilesOf(places, [{ id: 'c', name: 'Late' }]);
    expect(tiles.map((tile) => tile.kind)).toEqual(['hole', 'hole', 'scene']);
  });
});
