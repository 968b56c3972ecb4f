export interface FaderSendingOptions {
  everyMs: number;
  now: () => number;
  /** Runs `act` once after `ms`; the answer cancels it. */
  after: (ms: number, act: () => void) => () => void;
  send: (db: number, isFinal: boolean) => void;
}

/** Tells where a dragged fader is, no oftener than `everyMs`: the newest wins, and where it was let go is always told. */
export class FaderSending {
  readonly #options: FaderSendingOptions;
  #waiting: number | null = null;
  #sentAt = Number.NEGATIVE_INFINITY;
  #cancel: () => void = () => undefined;

  constructor(options: FaderSendingOptions) {
    this.#options = options;
  }

  move(db: number): void {
    const { everyMs, now, after } = this.#options;
    const waitMs = this.#sentAt + everyMs - now();
    if (waitMs <= 0) return this.#send(db, false);
    if (this.#waiting === null) {
      this.#cancel = after(waitMs, () => {
        if (this.#waiting !== null) this.#send(this.#waiting, false);
      });
    }
    this.#waiting = db;
  }

  end(db: number): void {
    this.#send(db, true);
  }

  #send(db: number, isFinal: boolean): void {
    this.#cancel();
    this.#waiting = null;
    this.#sentAt = this.#options.now();
    this.#options.send(db, isFinal);
  }
}
