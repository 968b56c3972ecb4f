import { place } from './places.js';
import { slice, type Store } from './store.js';

/** Keeps the pinned places in step with the scenes that OBS shows. */
export class Placement {
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
    return this.#store.state[`places:${collection}`]?.tiles.find((tile) => tile.name === name)?.sceneId;
  }

  #follow(): void {
    const { obs, scenes } = this.#store.state;
    const collection = obs?.collection;
    if (collection === null || collection === undefined || scenes === undefined || scenes.length === 0)
      return;
    const key = `places:${collection}` as const;
    this.#store.observe({ set: slice(key, place(this.#store.state[key], collection, scenes)) });
  }
}
