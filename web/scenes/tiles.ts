import type { PlaceKey } from '../../server/protocol/codes.js';
import type { Look, Scene } from '../../server/protocol/slices.js';
import { nameOfLook } from '../looks/name.js';

/** One pinned place: a look to cut to, the hole that a scene left, or a place that nothing is shown in. */
export type Tile =
  | { kind: 'look'; lookId: string; sceneId: string; name: string; key: PlaceKey | null }
  | { kind: 'hole'; lookId: string; name: string }
  | { kind: 'gap' };

/** Every place up to that of the last look that is shown. Hiding one leaves a gap: nothing moves up. */
export function tilesOf(looks: readonly Look[], scenes: readonly Scene[]): readonly Tile[] {
  const shown = looks.filter(({ isHidden }) => !isHidden);
  const present = new Set(scenes.map(({ id }) => id));
  const places = shown.reduce((end, { place }) => Math.max(end, place + 1), 0);
  return Array.from({ length: places }, (_, place): Tile => {
    const look = shown.find((it) => it.place === place);
    if (look === undefined) return { kind: 'gap' };
    const { id: lookId, scene, key } = look;
    const name = nameOfLook(look);
    return present.has(scene.id)
      ? { kind: 'look', lookId, sceneId: scene.id, name, key }
      : { kind: 'hole', lookId, name };
  });
}
