import { slice, type Store } from './store.js';

/** Which id an input had, for an OBS that has no ids of its own: what names one outlives a restart of the server. */
export class InputMemory {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  readonly known = (collection: string, name: string): string | undefined =>
    this.#of(collection).find((input) => input.name === name)?.id;

  /** The newest word on a name or on an id is the one that counts. */
  readonly keep = (collection: string, id: string, name: string): void => {
    const others = this.#of(collection).filter((input) => input.id !== id && input.name !== name);
    const inputs = [...others, { id, name }];
    this.#store.observe({ set: slice(`inputs:${collection}`, { collection, inputs }) });
  };

  #of(collection: string) {
    return this.#store.state[`inputs:${collection}`]?.inputs ?? [];
  }
}
