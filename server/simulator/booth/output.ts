/** Time on air of one output, pauses not counted, and the bytes that it made meanwhile. */
export class OutputClock {
  #startedAt: number | null = null;
  #countedMs = 0;

  /** The encoder holds back the first second or so: OBS reports nothing until then. */
  constructor(
    private readonly bytesPerSecond: number,
    private readonly holdBackMs: number,
  ) {}

  start(): void {
    this.#countedMs = 0;
    this.resume();
  }

  pause(): void {
    this.#countedMs = this.#runMs();
    this.#startedAt = null;
  }

  resume(): void {
    this.#startedAt = performance.now();
  }

  get durationMs(): number {
    return Math.max(0, Math.round(this.#runMs() - this.holdBackMs));
  }

  get bytes(): number {
    return Math.round((this.durationMs * this.bytesPerSecond) / 1000);
  }

  #runMs(): number {
    return this.#countedMs + (this.#startedAt === null ? 0 : performance.now() - this.#startedAt);
  }
}

/** A duration as OBS writes it: hours, minutes, seconds, milliseconds. */
export function timecode(ms: number): string {
  return new Date(ms).toISOString().slice(11, 23);
}
