import { SETTLE_MS } from '../../server/protocol/codes.js';

/**
 * What a tap on a target would do, and since when. A tap counts only when it meant the same for a while before it and
 * all through the press: nobody means what changed under the finger.
 */
export class Meaning {
  readonly #now: () => number;
  #is = '';
  #since = 0;
  #pressed: string | null = null;

  constructor(now: () => number) {
    this.#now = now;
  }

  becomes(meaning: string): void {
    if (meaning === this.#is) return;
    this.#is = meaning;
    this.#since = this.#now();
  }

  press(): void {
    this.#pressed = this.#is;
  }

  /** `isPointer` is false for keys, which have no press before the click. */
  accepts(isPointer: boolean): boolean {
    const pressed = this.#pressed;
    this.#pressed = null;
    if (isPointer && pressed !== null && pressed !== this.#is) return false;
    return this.#now() - this.#since >= SETTLE_MS;
  }
}
