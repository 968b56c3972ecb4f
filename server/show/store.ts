import { isDeepStrictEqual } from 'node:util';
import { SLICES, nounOf, type SliceKey, type State } from '../protocol/slices.js';
import type { Changes, Disk } from './disk.js';
import { Refusal } from './refusal.js';

/** The state of the show: one immutable object, replaced with every change; what a command decides is on disk first. */
export class Store {
  #state: Readonly<Partial<State>> = {};
  /** Persisted slices whose last change the disk refused; they are written as soon as it takes them. */
  #unsaved: ReadonlySet<SliceKey> = new Set();
  readonly #listeners = new Set<(changes: Required<Changes>) => void>();
  #tellFirst: (changes: Required<Changes>) => void = () => undefined;
  readonly #disk: Disk;
  readonly #onDisk: (error: unknown) => void;
  /** Why the disk refused what it was asked last; null when it took it. */
  #refusal: string | null = null;

  /** `onDisk` hears why the disk refuses changes, and `null` once it holds everything again. */
  constructor(options: { disk: Disk; onDisk: (error: unknown) => void }) {
    this.#disk = options.disk;
    this.#onDisk = options.onDisk;
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
    const next = applied(this.#state, real);
    const written = this.#persist(real, next, options.flush);
    if (!written.ok) {
      this.#tellOfDisk(written);
      throw new Refusal('not-saved');
    }
    this.#state = next;
    this.#tellFirst(real);
    this.#tell(real);
    this.#tellOfDisk(written);
  }

  /** What happened, which stays true when the disk refuses to remember it. */
  observe(changes: Changes, options: { flush: boolean } = { flush: false }): void {
    const real = this.#differing(changes);
    const next = applied(this.#state, real);
    this.#state = next;
    this.#tellFirst(real);
    const written = this.#persist(real, next, options.flush);
    if (!written.ok) this.#unsaved = new Set([...this.#unsaved, ...persistedIn(real)]);
    this.#tell(real);
    this.#tellOfDisk(written);
  }

  /** The last word of the disk was no. */
  get isRefused(): boolean {
    return this.#refusal !== null;
  }

  /** All that belongs on disk. */
  get persisted(): Partial<State> {
    return partOf(entriesOf(this.#state).filter(([key]) => isPersisted(key)));
  }

  /** Asks the disk again: with what it refused, or where that is nothing with an entry that it has. */
  tryDisk(): void {
    const any = this.#unsaved.size > 0 ? [] : entriesOf(this.persisted).slice(0, 1);
    this.#tellOfDisk(this.#persist({ set: partOf(any), gone: [] }, this.#state, false));
  }

  /**
   * The one who is called before all others, and with what happened also before the disk, which may be slow: for what
   * the audience sees. It must not change the state.
   */
  tellFirst(listener: (changes: Required<Changes>) => void): void {
    this.#tellFirst = listener;
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

  /** Writes what a change makes of the state, with what the disk refused before. */
  #persist(changes: Required<Changes>, next: Readonly<Partial<State>>, flush: boolean): Written {
    const keys = new Set([...this.#unsaved, ...persistedIn(changes)]);
    if (keys.size === 0) return { ok: true, wrote: false };
    const set = partOf([...keys].filter((key) => key in next).map((key) => [key, next[key]]));
    const gone = [...keys].filter((key) => !(key in next));
    try {
      this.#disk.write({ set, gone }, { flush });
    } catch (error) {
      return { ok: false, error };
    }
    this.#unsaved = new Set();
    return { ok: true, wrote: true };
  }

  /** Last of all: whoever hears of the disk may well change the state in turn. */
  #tellOfDisk(written: Written): void {
    if (!written.ok) {
      const isNews = this.#refusal !== String(written.error);
      this.#refusal = String(written.error);
      if (isNews) this.#onDisk(written.error);
    } else if (written.wrote && this.#refusal !== null) {
      this.#refusal = null;
      this.#onDisk(null);
    }
  }

  #tell(changes: Required<Changes>): void {
    if (isEmpty(changes)) return;
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

/** Every key that a change is about. */
export function keysOf({ set, gone }: Required<Changes>): SliceKey[] {
  return [...entriesOf(set).map(([key]) => key), ...gone];
}

type Written = { ok: true; wrote: boolean } | { ok: false; error: unknown };

function isEmpty({ set, gone }: Required<Changes>): boolean {
  return Object.keys(set).length === 0 && gone.length === 0;
}

function applied(state: Readonly<Partial<State>>, { set, gone }: Required<Changes>): Partial<State> {
  const next = { ...state, ...set };
  for (const key of gone) delete next[key];
  return next;
}

function persistedIn(changes: Required<Changes>): SliceKey[] {
  return keysOf(changes).filter((key) => isPersisted(key));
}

function isPersisted(key: SliceKey): boolean {
  return SLICES[nounOf(key)].storage === 'persisted';
}
