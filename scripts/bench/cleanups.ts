/** What a measurement started and must end, newest first, however the measurement ended. */
export class Cleanups {
  readonly #ends: (() => unknown)[] = [];
  #isOver = false;

  /** What comes after `run` is ended at once: it was still starting when its measurement was stopped. */
  add(end: () => unknown): void {
    this.#ends.push(end);
    if (this.#isOver) void this.run();
  }

  /** One that fails keeps none of the others from running; its error comes at the end. */
  async run(): Promise<void> {
    this.#isOver = true;
    const errors: unknown[] = [];
    for (let end = this.#ends.pop(); end !== undefined; end = this.#ends.pop()) {
      try {
        await end();
      } catch (error) {
        errors.push(error);
      }
    }
    if (errors.length > 0) throw new AggregateError(errors, `It could not clean up: ${errors.join('; ')}`);
  }
}
