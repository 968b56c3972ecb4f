import { isDeepStrictEqual } from 'node:util';
import { SLICES, nounOf, type SliceKey, type State } from '../protocol/slices.js';
import type { Changes, Disk } from './disk.js';
import { Refusal } from './refusal.js';

/** The state of the show: one immutable object, replaced with every change; what is persisted is on disk first. */
export class Store {
  #state: Readonly<Partial<State>> = {};
  readonly #listeners = new Set<(changes: Required<Changes>) => void>();
  readonly #disk: Disk;
  readonly #onDiskError: (error: unknown) => void;

  constructor(options: { disk: Disk; onDiskError: (error: unknown) => void }) {
    this.#disk = options.disk;
    this.#onDiskError = options.onDiskError;
  }

  open(initial: Partial<State>): void {
    this.#state = { ...initial, ...this.#disk.load() };
  }

  get state(): Readonly<Partial<State>> {
    return this.#state;
  }

  /**
   * What a command decided, all of it or nothing. `flush`: a power cut must not lose it either.
   * @throws Refusal `not-saved` when the disk refuses; then nothing changed.
   */
  commit(changes: Changes, options: { flush: boolean } = { flush: false }): void {
    const real = this.#differing(changes);
    try {
      this.#persist(real, options.flush);
    } catch (error) {
      this.#onDiskError(error);
      throw new Refusal('not-saved');
    }
    this.#apply(real);
  }

  /** What happened, which stays true when the disk refuses to remember it. */
  observe(changes: Changes, options: { flush: boolean } = { flush: false }): void {
    const real = this.#differing(changes);
    try {
      this.#persist(real, options.flush);
    } catch (error) {
      this.#onDiskError(error);
    }
    this.#apply(real);
  }

  /** Called after each change, in the same tick; the answer unsubscribes. */
  subscribe(listener: (changes: Required<Changes>) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #differing({ set, gone = [] }: Changes): Required<Changes> {
    return {
      set: partOf(entriesOf(set).filter(([key, value]) => !isDeepStrictEqual(this.#state[key], value))),
      gone: gone.filter((key) => key in this.#state),
    };
  }

  #persist({ set, gone }: Required<Changes>, flush: boolean): void {
    const kept = {
      set: partOf(entriesOf(set).filter(([key]) => isPersisted(key))),
      gone: gone.filter(isPersisted),
    };
    if (Object.keys(kept.set).length > 0 || kept.gone.length > 0) this.#disk.write(kept, { flush });
  }

  #apply(changes: Required<Changes>): void {
    if (Object.keys(changes.set).length === 0 && changes.gone.length === 0) return;
    const next = { ...this.#state, ...changes.set };
    for (const key of changes.gone) delete next[key];
    this.#state = next;
    for (const listener of this.#listeners) listener(changes);
  }
}

/** Entries of a part of the state, typed; the order is that of insertion. */
export function entriesOf(part: Readonly<Partial<State>>): [SliceKey, State[SliceKey]][] {
  // Object.entries forgets the keys' type; a Partial<State> has no others.
  return Object.entries(part) as [SliceKey, State[SliceKey]][];
}

/** A part of the state with one slice. (A computed template key would widen to any string.) */
export function slice<K extends SliceKey>(key: K, value: State[K]): Partial<State> {
  return partOf([[key, value]]);
}

/** A part of the state from its entries; the inverse of `entriesOf`. */
export function partOf(entries: readonly [SliceKey, unknown][]): Partial<State> {
  // Entries come from `entriesOf` or from the disk's own parser, so each value is its key's.
  return Object.fromEntries(entries) as Partial<State>;
}

function isPersisted(key: SliceKey): boolean {
  return SLICES[nounOf(key)].storage === 'persisted';
}
