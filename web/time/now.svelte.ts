const TICK_MS = 250;

/** The server's time as something to draw with: it ticks, so that ages and running times move. */
export class Now {
  readonly #read: () => number;
  #at = $state(0);

  constructor(read: () => number) {
    this.#read = read;
    this.#at = read();
  }

  get at(): number {
    return this.#at;
  }

  /** Ticks until the answer is called. */
  start(): () => void {
    const timer = setInterval(() => (this.#at = this.#read()), TICK_MS);
    return () => clearInterval(timer);
  }
}
