const FIRST_MS = 100;
/** Tight, so that an OBS that is back is mirrored within a second; a refused dial costs next to nothing. */
const CAP_MS = 600;

/** How long to wait before the next dial: doubling, capped, and jittered so that nothing beats in step. */
export class Backoff {
  readonly #random: () => number;
  #nextMs = FIRST_MS;

  constructor(random: () => number) {
    this.#random = random;
  }

  /** Between half and all of the present step, in ms. */
  next(): number {
    const step = this.#nextMs;
    this.#nextMs = Math.min(step * 2, CAP_MS);
    return step * (0.5 + this.#random() / 2);
  }

  reset(): void {
    this.#nextMs = FIRST_MS;
  }
}
