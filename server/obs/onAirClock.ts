import type { StreamStatus } from './translate/reads.js';

/** A stream as it was last known. */
export interface KnownStream {
  startedAt: number;
  /** Between which times OBS began to count: the start, or the last reconnection. */
  countedFrom: { earliest: number; latest: number };
}

/** Two computed starts of a count this close are the same, in ms. */
const SAME_COUNT_MS = 3000;
/** OBS counts frames: those that it did not make are missing, so that its count falls behind. */
const LATE_SHARE = 0.05;

/** How long a stream has been on air, which OBS does not know: it counts anew after each reconnection. */
export class OnAirClock {
  readonly #known: () => KnownStream | null;
  #startedAt: number | null = null;
  /** On air before the count that runs now, in ms. */
  #earlierMs = 0;
  #isRough = false;

  constructor(known: () => KnownStream | null) {
    this.#known = known;
  }

  /** The start is a guess until OBS has counted something. */
  get isRough(): boolean {
    return this.#isRough;
  }

  /** OBS said that it is live. */
  begin(at: number): void {
    this.#startedAt ??= at;
  }

  /** The clock stepped: what OBS counts is the only time left to go by. */
  doubt(): void {
    if (this.#startedAt !== null) this.#isRough = true;
  }

  end(): void {
    this.#startedAt = null;
    this.#earlierMs = 0;
    this.#isRough = false;
  }

  /** When it went on air, on our clock, by a look at a stream that is live. */
  startAt(now: number, status: StreamStatus): number {
    const counted = now - status.durationMs;
    this.#startedAt ??= this.#firstStart(now, counted, status);
    if (!this.#isRough) this.#earlierMs = Math.max(0, counted - this.#startedAt);
    else if (status.durationMs > 0) {
      this.#isRough = false;
      this.#startedAt = counted - this.#earlierMs;
    }
    return this.#startedAt;
  }

  #firstStart(now: number, counted: number, { durationMs, reconnecting }: StreamStatus): number {
    const known = this.#known();
    if (known !== null && (reconnecting || isSameCount(known, counted, now))) return known.startedAt;
    this.#isRough = durationMs === 0;
    return counted;
  }
}

function isSameCount({ countedFrom: { earliest, latest } }: KnownStream, counted: number, now: number) {
  const lateMs = SAME_COUNT_MS + (now - earliest) * LATE_SHARE;
  return counted > earliest - SAME_COUNT_MS && counted < latest + lateMs;
}
