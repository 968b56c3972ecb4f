import type { Patch, Snapshot } from '../../server/protocol/events.js';
import type { SliceKey, State } from '../../server/protocol/slices.js';

/** What the server sent, put together: one snapshot, then patches without a gap. Slices are replaced, never mutated. */
export class Patches {
  #state: Partial<State> = {};
  #at: { bootId: string; seq: number } | null = null;

  get state(): Partial<State> {
    return this.#state;
  }

  /** Null before the first snapshot of this connection. */
  get bootId(): string | null {
    return this.#at?.bootId ?? null;
  }

  start(snapshot: Snapshot): void {
    this.#state = snapshot.state;
    this.#at = { bootId: snapshot.bootId, seq: snapshot.seq };
  }

  /** False: something is missing in between, and only a new snapshot helps. */
  apply(patch: Patch): boolean {
    if (this.#at?.bootId !== patch.bootId || this.#at.seq + 1 !== patch.seq) return false;
    this.#at = { bootId: patch.bootId, seq: patch.seq };
    this.#state = without({ ...this.#state, ...patch.set }, patch.gone);
    return true;
  }

  /** The connection ended: the last picture stays, but nothing may be patched onto it. */
  end(): void {
    this.#at = null;
  }
}

function without(state: Partial<State>, gone: readonly SliceKey[]): Partial<State> {
  for (const key of gone) delete state[key];
  return state;
}
