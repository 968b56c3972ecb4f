import type { Clock } from '../show/clock.js';
import type { Store } from '../show/store.js';

/** A page that only reconnects or reloads is back by then, in ms. */
const GRACE_MS = 15_000;

/** Ends the codes that a device asked for when its last page is gone: nobody sees them any more. */
export class InviteEnd {
  readonly #store: Store;
  readonly #clock: Clock;
  /** Ends the wait of each device that is gone. */
  readonly #leaving = new Map<string, () => void>();
  #here = new Set<string>();

  constructor(options: { store: Store; clock: Clock }) {
    this.#store = options.store;
    this.#clock = options.clock;
  }

  start(): void {
    this.#store.subscribe(({ set }) => {
      if (set.here !== undefined) this.#follow(new Set(set.here.map(({ deviceId }) => deviceId)));
    });
  }

  #follow(here: Set<string>): void {
    for (const deviceId of here) {
      this.#leaving.get(deviceId)?.();
      this.#leaving.delete(deviceId);
    }
    for (const deviceId of this.#here) if (!here.has(deviceId)) this.#await(deviceId);
    this.#here = here;
  }

  #await(deviceId: string): void {
    const cancel = this.#clock.after(GRACE_MS, () => {
      this.#leaving.delete(deviceId);
      const { invites = [] } = this.#store.state;
      const left = invites.filter(({ askedBy }) => askedBy !== deviceId);
      if (left.length < invites.length) this.#store.observe({ set: { invites: left } });
    });
    this.#leaving.set(deviceId, cancel);
  }
}
