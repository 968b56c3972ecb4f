/** Seconds on air to choose from; null stays until it is taken off. */
export const AUTO_OFF_SECONDS = [null, 5, 8, 15] as const;
export type AutoOffSeconds = (typeof AUTO_OFF_SECONDS)[number];

/** How long the names shown from this device stay. */
export class AutoOff {
  #seconds = $state.raw<AutoOffSeconds>(8);

  get seconds(): AutoOffSeconds {
    return this.#seconds;
  }

  get ms(): number | null {
    return this.#seconds === null ? null : this.#seconds * 1000;
  }

  choose(seconds: AutoOffSeconds): void {
    this.#seconds = seconds;
  }
}
