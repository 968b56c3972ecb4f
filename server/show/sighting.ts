import { PLACE_KEYS, PLAIN_PLACE } from '../protocol/codes.js';
import type { Look, Scene } from '../protocol/slices.js';
import { isHelper, isNamedHolding } from './sceneNames.js';

export interface Sight {
  collection: string;
  /** In OBS's order, top first. */
  scenes: readonly Scene[];
  /** A fresh id. */
  mint: () => string;
}

/**
 * The looks of a collection after a sight of its scenes. On first sight each scene gets a look in the next place, and a
 * digit key while there are some; later ones go last and have no key. A look whose scene is gone stays as a hole; it gets
 * the scene that comes back by id or by name. Nothing that is shown moves.
 */
export function sighted(known: readonly Look[], { collection, scenes, mint }: Sight): readonly Look[] {
  const byId = new Map(scenes.map((scene) => [scene.id, scene]));
  let looks: readonly Look[] = known.map((look) => bound(look, byId.get(look.scene.id) ?? look.scene));
  const strangers: Scene[] = [];
  for (const scene of scenes) {
    if (looks.some((look) => look.scene.id === scene.id)) continue;
    const hole = looks.find((look) => look.scene.name === scene.name && !byId.has(look.scene.id));
    if (hole === undefined) strangers.push(scene);
    else looks = looks.map((look) => (look === hole ? bound(look, scene) : look));
  }
  const isFirst = known.length === 0;
  // Helpers after all others: they leave no gaps between what is shown.
  const shown = strangers.filter(({ name }) => !isHelper(name));
  const helpers = strangers.filter(({ name }) => isHelper(name));
  const holding = isFirst ? [...shown, ...helpers].find(({ name }) => isNamedHolding(name)) : undefined;
  for (const [index, scene] of [...shown, ...helpers].entries()) {
    const isHidden = isHelper(scene.name);
    const key = isFirst && !isHidden ? (PLACE_KEYS[index] ?? null) : null;
    const fresh = { ...freshLook(mint(), collection, scene), key, isHidden, isHolding: scene === holding };
    looks = isHidden ? [...looks, { ...fresh, place: endOf(looks) }] : shownLast(looks, fresh);
  }
  return looks;
}

/** A shown look comes after the last one that is shown; a helper that had the place makes way, which nobody sees. */
export function shownLast(looks: readonly Look[], look: Look): readonly Look[] {
  const others = looks.filter(({ id }) => id !== look.id);
  const place = endOf(others.filter(({ isHidden }) => !isHidden));
  const end = endOf(looks);
  return [
    ...others.map((other) => (other.place === place ? { ...other, place: end } : other)),
    { ...look, place },
  ];
}

/** The first place after all of these. */
export function endOf(looks: readonly Look[]): number {
  return looks.reduce((end, { place }) => Math.max(end, place + 1), 0);
}

function bound(look: Look, { id, name }: Scene): Look {
  return { ...look, scene: { id, name } };
}

function freshLook(id: string, collection: string, scene: Scene): Look {
  return {
    id,
    collection,
    scene: { id: scene.id, name: scene.name },
    name: null,
    place: 0,
    key: null,
    isHidden: false,
    isHolding: false,
    mics: {},
    cameras: [],
    strap: PLAIN_PLACE,
  };
}
