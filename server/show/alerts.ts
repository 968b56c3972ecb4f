import { randomUUID } from 'node:crypto';
import type { Alert } from '../protocol/slices.js';
import type { Clock } from './clock.js';
import { DiskGone } from './disk.js';
import type { Store } from './store.js';
import type { Troubles } from './troubles.js';

const MOST = 20;
/** How long the alert of a failed command stays when nothing clears it, in ms. */
const PASSING_MS = 30_000;

/** What the crew must see. One alert a subject: the newest word on it. */
export class Alerts {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #troubles: Pick<Troubles, 'raised'>;
  /** Ids of those that go by themselves. */
  readonly #passing = new Set<string>();

  constructor(options: { store: Store; clock: Clock; troubles: Pick<Troubles, 'raised'> }) {
    this.#store = options.store;
    this.#clock = options.clock;
    this.#troubles = options.troubles;
  }

  /** Stays until `clear` of its subject. */
  raise(alert: Pick<Alert, 'code' | 'params' | 'subject'>): void {
    const standing = this.#all().find(({ subject }) => subject === alert.subject);
    if (standing?.code === alert.code) return;
    this.#put(alert);
    this.#troubles.raised(alert);
  }

  /** Goes by itself after half a minute: the word on a command that failed, which is logged as such. */
  pass(alert: Pick<Alert, 'code' | 'params' | 'subject'>): void {
    const id = this.#put(alert);
    this.#passing.add(id);
    this.#clock.after(PASSING_MS, () => {
      this.#passing.delete(id);
      this.#keep((other) => other.id !== id);
    });
  }

  clear(subject: string): void {
    this.#keep((alert) => alert.subject !== subject);
  }

  /** What the store hears of its disk: why it refused, or null once it holds everything again. */
  tellOfDisk(error: unknown): void {
    if (error === null) this.clear('disk');
    else {
      const code = error instanceof DiskGone ? 'show-file-gone' : 'memory-only';
      this.raise({ code, params: {}, subject: 'disk' });
    }
  }

  #put(alert: Pick<Alert, 'code' | 'params' | 'subject'>): string {
    const id = randomUUID();
    const others = this.#all().filter(({ subject }) => subject !== alert.subject);
    this.#store.observe({
      set: { alerts: this.#fitting([...others, { ...alert, id, at: this.#clock.now() }]) },
    });
    return id;
  }

  /** What goes by itself makes room first: something that stays until it is answered is not pushed out by taps. */
  #fitting(all: readonly Alert[]): Alert[] {
    const passing = all.filter(({ id }) => this.#passing.has(id));
    const crowdedOut = new Set(passing.slice(0, Math.max(0, all.length - MOST)));
    return all.filter((alert) => !crowdedOut.has(alert)).slice(-MOST);
  }

  #keep(wanted: (alert: Alert) => boolean): void {
    this.#store.observe({ set: { alerts: this.#all().filter(wanted) } });
  }

  #all(): readonly Alert[] {
    return this.#store.state.alerts ?? [];
  }
}
