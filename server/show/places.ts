import { PLACE_KEYS } from '../protocol/codes.js';
import type { Places, Scene } from '../protocol/slices.js';

/**
 * Pinned places of a collection after a look at its scenes. On first sight each scene gets the next place, and a digit
 * key while there are some; later ones go last and have no key; a removed one leaves a hole; one that comes back by
 * its id or its name has its old place again.
 */
export function place(known: Places | undefined, collection: string, scenes: readonly Scene[]): Places {
  const tiles = (known?.tiles ?? []).map((tile) => ({ ...tile }));
  const unplaced: Scene[] = [];
  for (const scene of scenes) {
    const own = tiles.find(({ sceneId }) => sceneId === scene.id);
    if (own === undefined) unplaced.push(scene);
    else own.name = scene.name;
  }
  const present = new Set(scenes.map(({ id }) => id));
  for (const scene of unplaced) {
    const hole = tiles.find(({ sceneId, name }) => name === scene.name && !present.has(sceneId));
    if (hole !== undefined) hole.sceneId = scene.id;
    else {
      const key = known === undefined ? (PLACE_KEYS[tiles.length] ?? null) : null;
      tiles.push({ sceneId: scene.id, name: scene.name, key });
    }
  }
  return { collection, tiles };
}
