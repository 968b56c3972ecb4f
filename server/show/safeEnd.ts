import { openLooks } from './looks.js';
import type { Store } from './store.js';

/** Ends safe when anything but the Holding look comes on program, whoever cut to it. */
export class SafeEnd {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  start(): void {
    this.#store.subscribe(({ set }) => {
      if ('program' in set || 'pending' in set) this.#follow();
    });
  }

  #follow(): void {
    const { safe = null, program, pending = [] } = this.#store.state;
    if (safe === null || program === undefined) return;
    // A cut that is under way decides when it has come true, or has not.
    if (pending.some(({ target }) => target.startsWith('scene:'))) return;
    const sceneId = program.goingTo?.sceneId ?? program.sceneId;
    const holding = openLooks(this.#store.state).find(({ isHolding }) => isHolding);
    if (holding?.scene.id !== sceneId) this.#store.observe({ set: { safe: null } });
  }
}
