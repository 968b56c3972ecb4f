import type { Clock } from '../show/clock.js';

/** Waits for what is read of OBS. Each ends: it fits, or the time is up. */
export class Moments {
  readonly #clock: Clock;
  readonly #waiting = new Set<() => void>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** True as soon as `fits` is, which is asked at once and after each look; false when it is not within `limitMs`. */
  until(fits: () => boolean, limitMs: number): Promise<boolean> {
    if (fits()) return Promise.resolve(true);
    return new Promise((resolve) => {
      const end = (is: boolean) => {
        cancel();
        this.#waiting.delete(ask);
        resolve(is);
      };
      const ask = () => fits() && end(true);
      const cancel = this.#clock.after(limitMs, () => end(fits()));
      this.#waiting.add(ask);
    });
  }

  /** Something was read, or the link dropped. */
  look(): void {
    for (const ask of this.#waiting) ask();
  }
}
