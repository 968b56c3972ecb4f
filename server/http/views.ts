import { ROLES, type Role } from '../protocol/codes.js';
import type { Patch, Snapshot, You } from '../protocol/events.js';
import { SLICES, nounOf, type SliceKey, type State } from '../protocol/slices.js';
import { entriesOf, keysOf, partOf, type Store } from '../show/store.js';

/** What the audience sees is told at once; what the crew's panels show of it, once all of this tick has happened. */
const CREW = ROLES.filter((role) => role !== 'overlay');

/**
 * What each role sees: projected once a role, and counted a role, so that what a role may not see is no gap. For the
 * crew changes of one tick travel as one patch.
 */
export class Views {
  readonly #store: Store;
  readonly #bootId: string;
  readonly #send: (role: Role, patch: Patch) => void;
  readonly #seq = new Map<Role, number>();
  #dirty = new Set<SliceKey>();

  constructor(options: { store: Store; bootId: string; send: (role: Role, patch: Patch) => void }) {
    this.#store = options.store;
    this.#bootId = options.bootId;
    this.#send = options.send;
  }

  start(): void {
    this.#store.tellFirst((changes) => this.#tell('overlay', keysOf(changes)));
    this.#store.subscribe((changes) => {
      if (this.#dirty.size === 0) queueMicrotask(() => this.#flush());
      for (const key of keysOf(changes)) this.#dirty.add(key);
    });
  }

  /** All that a device may see by its role. What changed earlier in this tick is sent to the others first, so nothing falls between. */
  snapshot(you: You): Snapshot {
    const { role } = you;
    this.#flush();
    const state = partOf(entriesOf(this.#store.state).filter(([key]) => maySee(role, key)));
    return { bootId: this.#bootId, you, seq: this.#seq.get(role) ?? 0, state };
  }

  #flush(): void {
    const dirty = [...this.#dirty];
    this.#dirty = new Set();
    for (const role of CREW) this.#tell(role, dirty);
  }

  #tell(role: Role, changed: readonly SliceKey[]): void {
    const seen = changed.filter((key) => maySee(role, key));
    if (seen.length === 0) return;
    const seq = (this.#seq.get(role) ?? 0) + 1;
    this.#seq.set(role, seq);
    this.#send(role, { bootId: this.#bootId, seq, ...changesOf(this.#store.state, seen) });
  }
}

function changesOf(state: Readonly<Partial<State>>, keys: readonly SliceKey[]): Pick<Patch, 'set' | 'gone'> {
  const set = partOf(keys.filter((key) => key in state).map((key) => [key, state[key]]));
  return { set, gone: keys.filter((key) => !(key in state)) };
}

function maySee(role: Role, key: SliceKey): boolean {
  const readers: readonly Role[] = SLICES[nounOf(key)].readers;
  return readers.includes(role);
}
