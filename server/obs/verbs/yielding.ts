import { Refusal } from '../../show/refusal.js';

/** Waits that give way to something that cannot wait. */
export class Yielding {
  readonly #waiting = new Set<() => void>();

  /** Ends as `wait` does, or by `overtake`. @throws Refusal `superseded` */
  async run(wait: Promise<void>): Promise<void> {
    let leave = () => undefined as void;
    const overtaken = new Promise<never>((_, reject) => {
      leave = () => reject(new Refusal('superseded'));
    });
    this.#waiting.add(leave);
    try {
      await Promise.race([wait, overtaken]);
    } finally {
      this.#waiting.delete(leave);
    }
  }

  overtake(): void {
    for (const leave of this.#waiting) leave();
  }
}
