import type { State, Take } from '../protocol/slices.js';
import type { Clock } from '../show/clock.js';
import { newTake } from '../show/newTake.js';
import { slice, type Store } from '../show/store.js';
import { itemsOf } from '../show/items.js';

/** Every saved minute has a take: the one that a command began, or a new one when somebody saved it in OBS. */
export class Replays {
  readonly #store: Store;
  readonly #clock: Clock;

  constructor(options: { store: Store; clock: Clock }) {
    this.#store = options.store;
    this.#clock = options.clock;
  }

  start(): void {
    // Nobody here heard what became of them.
    for (const take of asked(this.#store.state))
      this.#keep({ ...take, state: 'failed', endedAt: this.#clock.now() });
    this.#store.subscribe(({ set }) => {
      const saved = set.replay?.saved;
      if (saved != null && !this.#isKnown(saved)) this.#saved(saved);
    });
  }

  #saved({ path, at }: { path: string; at: number }): void {
    const [open] = asked(this.#store.state);
    const take =
      open ??
      newTake(this.#store.state, { kind: 'replay', origin: 'obs', startAskedBy: null, createdAt: at });
    this.#keep({ ...take, state: 'done', endedAt: at, path });
  }

  /** The slice also changes for other reasons, and then says again what was saved before. */
  #isKnown({ path, at }: { path: string; at: number }): boolean {
    return replays(this.#store.state).some((take) => take.path === path && take.endedAt === at);
  }

  #keep(take: Take): void {
    this.#store.observe({ set: slice(`take:${take.id}`, take) }, { flush: true });
  }
}

/** Asked for and not heard of yet, oldest first. */
function asked(state: Readonly<Partial<State>>): Take[] {
  return replays(state)
    .filter((take) => take.state === 'starting')
    .sort((a, b) => a.createdAt - b.createdAt);
}

function replays(state: Readonly<Partial<State>>): Take[] {
  return itemsOf(state, 'take').filter(({ kind }) => kind === 'replay');
}
