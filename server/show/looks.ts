import { randomUUID } from 'node:crypto';
import type { Look, State } from '../protocol/slices.js';
import { itemsOf } from './items.js';
import { sighted } from './sighting.js';
import { partOf, type Store } from './store.js';

/** Keeps the looks in step with the scenes that OBS shows. */
export class Looks {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  start(): void {
    this.#store.subscribe(({ set }) => {
      // Also when only the collection changed: a copy of one has the same scenes under the same ids.
      if ('scenes' in set || 'obs' in set) this.#follow();
    });
  }

  /** The id that a scene of this name was last known by: for an OBS that has no ids of its own. */
  knownSceneId(collection: string, name: string): string | undefined {
    return looksIn(this.#store.state, collection).find(({ scene }) => scene.name === name)?.scene.id;
  }

  #follow(): void {
    const { obs, scenes } = this.#store.state;
    const collection = obs?.collection;
    if (collection === null || collection === undefined || scenes === undefined || scenes.length === 0)
      return;
    const looks = sighted(looksIn(this.#store.state, collection), { collection, scenes, mint: randomUUID });
    this.#store.observe({ set: partOfLooks(looks) });
  }
}

/** The looks of the collection that is open in OBS, in the order of their places; none while nobody can tell which. */
export function openLooks(state: Readonly<Partial<State>>): Look[] {
  const collection = state.obs?.collection ?? null;
  return collection === null ? [] : looksIn(state, collection);
}

/** Looks as a part of the state. */
export function partOfLooks(looks: readonly Look[]): Partial<State> {
  return partOf(looks.map((look) => [`look:${look.id}`, look]));
}

/** The looks of a collection, in the order of their places. */
export function looksIn(state: Readonly<Partial<State>>, collection: string): Look[] {
  return itemsOf(state, 'look')
    .filter((look) => look.collection === collection)
    .sort((a, b) => a.place - b.place);
}
