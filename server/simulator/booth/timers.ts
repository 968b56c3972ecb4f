/** What the booth has put off for later; all of it is forgotten at once when the booth closes. */
export class Timers {
  readonly #waiting = new Set<NodeJS.Timeout>();

  /** Runs `act` once after `ms`; the answer cancels it. */
  after(ms: number, act: () => void): () => void {
    const timer = setTimeout(() => {
      this.#waiting.delete(timer);
      act();
    }, ms);
    this.#waiting.add(timer);
    return () => {
      clearTimeout(timer);
      this.#waiting.delete(timer);
    };
  }

  /** Runs `act` every `ms`; the answer ends it. */
  every(ms: number, act: () => void): () => void {
    const timer = setInterval(act, ms);
    this.#waiting.add(timer);
    return () => {
      clearInterval(timer);
      this.#waiting.delete(timer);
    };
  }

  cancelAll(): void {
    for (const timer of this.#waiting) clearInterval(timer);
    this.#waiting.clear();
  }
}
