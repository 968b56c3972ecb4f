import type { Clock } from '../show/clock.js';

/** `burst` at once, and `perSecond` in the long run. */
export interface Rate {
  burst: number;
  perSecond: number;
}

/** How much somebody may send. */
export class TokenBucket {
  readonly #clock: Clock;
  readonly #rate: Rate;
  #tokens: number;
  #at: number;

  constructor(clock: Clock, rate: Rate) {
    this.#clock = clock;
    this.#rate = rate;
    this.#tokens = rate.burst;
    this.#at = clock.now();
  }

  /** Takes as many, or says that there are not enough. */
  take(count: number): boolean {
    const now = this.#clock.now();
    const { burst, perSecond } = this.#rate;
    const refill = (Math.max(0, now - this.#at) / 1000) * perSecond;
    this.#tokens = Math.min(burst, this.#tokens + refill);
    this.#at = now;
    if (this.#tokens < count) return false;
    this.#tokens -= count;
    return true;
  }
}
