import type { Clock } from '../show/clock.js';

/** OBS takes its sources away one by one before it says that it quits: a loss is believed when it lasts, in ms. */
export const LOSS_MS = 400;

/** Holds back that something is missing until it has been for a while. */
export class Losses {
  readonly #clock: Clock;
  #since: number | null = null;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** True: something of `before` is missing in `now`, and not for long. */
  isTooSoon(before: readonly { id: string }[], now: ReadonlyMap<string, unknown>): boolean {
    if (before.every(({ id }) => now.has(id))) {
      this.#since = null;
      return false;
    }
    const at = this.#clock.now();
    this.#since ??= at;
    return at - this.#since < LOSS_MS;
  }

  /** What is missing is gone. */
  believe(): void {
    this.#since = null;
  }
}
