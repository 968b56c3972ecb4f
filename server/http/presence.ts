import type { Here } from '../protocol/slices.js';
import type { Actor } from '../show/actor.js';
import type { Clock } from '../show/clock.js';
import { itemsOf } from '../show/items.js';
import type { Store } from '../show/store.js';

/** Which devices have a page open, the crew's or an overlay. Two pages of one device are one. */
export class Presence {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #bySocket = new Map<string, Omit<Here, 'name'>>();

  constructor(options: { store: Store; clock: Clock }) {
    this.#store = options.store;
    this.#clock = options.clock;
  }

  /** A device that is renamed is called so at once. */
  start(): void {
    this.#store.subscribe(({ set }) => {
      if (itemsOf(set, 'device').length > 0) this.#publish();
    });
  }

  came(socketId: string, { deviceId, role }: Actor): void {
    const here = { deviceId, role, since: this.#clock.now() };
    this.#bySocket.set(socketId, here);
    this.#publish();
  }

  left(socketId: string): void {
    if (this.#bySocket.delete(socketId)) this.#publish();
  }

  #publish(): void {
    const byDevice = new Map<string, Here>();
    for (const here of this.#bySocket.values()) {
      const name = this.#store.state[`device:${here.deviceId}`]?.name ?? '';
      if (!byDevice.has(here.deviceId)) byDevice.set(here.deviceId, { ...here, name });
    }
    this.#store.observe({ set: { here: [...byDevice.values()] } });
  }
}
