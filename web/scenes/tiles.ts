import type { PlaceKey } from '../../server/protocol/codes.js';
import type { Places, Scene } from '../../server/protocol/slices.js';

/** One pinned place: a scene to cut to, or the hole that one left. */
export type Tile =
  | { kind: 'scene'; sceneId: string; name: string; key: PlaceKey | null }
  | { kind: 'hole'; sceneId: string; name: string };

/** Places keep their order for ever; the name is OBS's own, also after a rename. */
export function tilesOf(places: Places, scenes: readonly Scene[]): readonly Tile[] {
  return places.tiles.map(({ sceneId, name, key }) => {
    const scene = scenes.find(({ id }) => id === sceneId);
    return scene === undefined
      ? { kind: 'hole', sceneId, name }
      : { kind: 'scene', sceneId, name: scene.name, key };
  });
}
