import type { Here } from '../protocol/slices.js';
import type { Actor } from '../show/actor.js';
import type { Clock } from '../show/clock.js';
import type { Store } from '../show/store.js';

/** Which devices have a page of the crew open. Two pages of one device are one. */
export class Presence {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #bySocket = new Map<string, Here>();

  constructor(options: { store: Store; clock: Clock }) {
    this.#store = options.store;
    this.#clock = options.clock;
  }

  came(socketId: string, { deviceId, role }: Actor, userAgent: string | undefined): void {
    const here = { deviceId, role, name: deviceNameOf(userAgent ?? ''), since: this.#clock.now() };
    this.#bySocket.set(socketId, here);
    this.#publish();
  }

  left(socketId: string): void {
    if (this.#bySocket.delete(socketId)) this.#publish();
  }

  #publish(): void {
    const byDevice = new Map<string, Here>();
    for (const here of this.#bySocket.values()) {
      if (!byDevice.has(here.deviceId)) byDevice.set(here.deviceId, here);
    }
    this.#store.observe({ set: { here: [...byDevice.values()] } });
  }
}

/** What a browser says that it runs on, in the words of whoever holds it. iPads say that they are Macs: so may this. */
const DEVICES: readonly (readonly [RegExp, string])[] = [
  [/iPad/, 'iPad'],
  [/iPhone/, 'iPhone'],
  [/Android(?!.*Mobile)/, 'Android tablet'],
  [/Android/, 'Android phone'],
  [/CrOS/, 'Chromebook'],
  [/Macintosh/, 'Mac or iPad'],
  [/Windows/, 'Windows computer'],
  [/Linux/, 'Linux computer'],
];

/** A device's name from its User-Agent: a guess, and only ever shown. */
export function deviceNameOf(userAgent: string): string {
  return DEVICES.find(([pattern]) => pattern.test(userAgent))?.[1] ?? 'Device';
}
