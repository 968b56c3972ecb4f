import type { Clock } from '../show/clock.js';

const WINDOW_MS = 60_000;
/** Wrong codes a minute from one place: an address, or a network that is one computer's. */
const A_PLACE = 5;
/** Wrong codes a minute from all places together: somebody on the LAN may have many addresses. */
const IN_ALL = 30;

/** How many wrong codes were tried in the last minute. A right one is not counted. */
export class Tries {
  readonly #clock: Clock;
  #wrong: { at: number; place: string }[] = [];

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Whether somebody there may try another. */
  mayTry(place: string): boolean {
    const since = this.#clock.now() - WINDOW_MS;
    this.#wrong = this.#wrong.filter(({ at }) => at > since);
    const here = this.#wrong.filter((one) => one.place === place).length;
    return here < A_PLACE && this.#wrong.length < IN_ALL;
  }

  wasWrong(place: string): void {
    this.#wrong.push({ at: this.#clock.now(), place });
  }
}
