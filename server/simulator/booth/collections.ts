import type { Emit } from '../wire/subscriptions.js';
import { emptyCollection, type Collection } from './furnishing.js';
import type { Timers } from './timers.js';

/** The time that loading takes; meanwhile 5.1 answers with empty lists, and 5.3 and newer not at all. */
const LOAD_MS = 80;

/** Takes one collection's sources away, and puts another's in their place. */
export interface Shelf {
  unload(): void;
  load(collection: Collection): void;
}

/** The scene collections by name, and which one is loaded. */
export class Collections {
  readonly #all: Collection[];
  #current: Collection;
  #isSwitching = false;

  constructor(
    private readonly shelf: Shelf,
    private readonly timers: Timers,
    private readonly emit: Emit,
    first: Collection,
  ) {
    this.#current = first;
    this.#all = [first];
  }

  get current(): string {
    return this.#current.name;
  }

  get names(): string[] {
    return this.#all.map((collection) => collection.name);
  }

  get isSwitching(): boolean {
    return this.#isSwitching;
  }

  /** Makes an empty collection and loads it, as OBS does. */
  create(name: string): Promise<void> {
    const collection = emptyCollection(name);
    this.#all.push(collection);
    return this.#load(collection, true);
  }

  /** Resolves when it is loaded; at once, without an event, when it already was. */
  async choose(name: string): Promise<void> {
    const next = this.#all.find((collection) => collection.name === name);
    if (next === undefined || next === this.#current) return;
    await this.#load(next, false);
  }

  async #load(next: Collection, isNew: boolean): Promise<void> {
    this.emit('CurrentSceneCollectionChanging', { sceneCollectionName: this.#current.name });
    this.#isSwitching = true;
    this.shelf.unload();
    await new Promise<void>((resolve) => {
      this.timers.after(LOAD_MS, resolve);
    });
    this.#current = next;
    this.shelf.load(next);
    this.#isSwitching = false;
    if (isNew) this.emit('SceneCollectionListChanged', { sceneCollections: this.names });
    this.emit('CurrentSceneCollectionChanged', { sceneCollectionName: next.name });
  }
}
