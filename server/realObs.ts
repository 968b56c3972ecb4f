import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from './show/clock.js';
import type { Log } from './show/log.js';
import type { Store } from './show/store.js';
import { writeWhole } from './store/wholeFile.js';

/** When a real OBS was last connected to the show of a folder, kept in the folder itself. */
const FILE = 'real-obs-seen';

/** True when a real OBS was connected to this folder's show on the day of `now`: then no simulator may pass for it. */
export function wasRealObsThatDay(data: string, now: number): boolean {
  try {
    const seenAt = Date.parse(readFileSync(join(data, FILE), 'utf8').trim());
    return dayOf(seenAt) === dayOf(now);
  } catch {
    // No file: there was none.
    return false;
  }
}

/** Notes in the folder that a real OBS is connected: at its first sight, and on every day that it stays. */
export class RealObsNote {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #log: Log;
  readonly #data: string;
  #notedDay = '';

  constructor(options: { store: Store; clock: Clock; log: Log; data: string }) {
    this.#store = options.store;
    this.#clock = options.clock;
    this.#log = options.log;
    this.#data = options.data;
  }

  start(): void {
    this.#store.subscribe(({ set }) => {
      if (set.obs?.version?.isSimulator === false) this.#note();
    });
  }

  #note(): void {
    const now = this.#clock.now();
    if (dayOf(now) === this.#notedDay) return;
    this.#notedDay = dayOf(now);
    try {
      writeWhole(join(this.#data, FILE), `${new Date(now).toISOString()}\n`);
    } catch (error) {
      this.#log('warn', 'That a real OBS was connected today could not be noted.', error);
    }
  }
}

/** By the clock on the wall here: a day at the booth is not one of UTC. */
function dayOf(at: number): string {
  return new Date(at).toDateString();
}
