import type { Clock } from '../show/clock.js';
import { TokenBucket, type Rate } from './tokenBucket.js';

/** Most names that are remembered: somebody may come with many addresses, and the one from longest ago is full again. */
const MOST_NAMES = 2000;

/** The same rate for each of many, by name. */
export class Pace {
  readonly #clock: Clock;
  readonly #rate: Rate;
  readonly #byName = new Map<string, TokenBucket>();

  constructor(clock: Clock, rate: Rate) {
    this.#clock = clock;
    this.#rate = rate;
  }

  take(name: string, count: number): boolean {
    const bucket = this.#byName.get(name) ?? new TokenBucket(this.#clock, this.#rate);
    // To the end: those that ask go last.
    this.#byName.delete(name);
    this.#byName.set(name, bucket);
    const [oldest] = this.#byName.keys();
    if (this.#byName.size > MOST_NAMES && oldest !== undefined) this.#byName.delete(oldest);
    return bucket.take(count);
  }
}
