/** Two clocks of the device: one that only runs, one that people set. In ms. */
export interface DeviceClocks {
  running(): number;
  wall(): number;
}

interface Sample {
  offset: number;
  roundTrip: number;
  takenAt: number;
}

/** A better round trip is believed for so long, in ms; then drift counts for more. */
const BELIEVED_MS = 60_000;
/** Apart by more than this, the two clocks of the device tell of a step or a sleep, in ms. */
const STEP_MS = 250;

/** The server's clock as this device knows it: measured against the running clock, so that setting the wall is harmless. */
export class ClockOffset {
  readonly #device: DeviceClocks;
  #best: Sample | null = null;
  /** Of an earlier measurement: good enough to draw with. */
  #drawn: number | null = null;
  #apart: number;

  constructor(device: DeviceClocks) {
    this.#device = device;
    this.#apart = device.wall() - device.running();
  }

  get isKnown(): boolean {
    return this.#best !== null;
  }

  /** The server's time; while it is not known, as last known or the device's own, to draw with and not to command with. */
  now(): number {
    return this.#drawn === null ? this.#device.wall() : this.#device.running() + this.#drawn;
  }

  /** Asks the server once; rejects as `ask` does. */
  async sample(ask: () => Promise<number>): Promise<void> {
    const asked = this.#device.running();
    const server = await ask();
    const answered = this.#device.running();
    const roundTrip = answered - asked;
    this.#weigh({ offset: server - (asked + roundTrip / 2), roundTrip, takenAt: answered });
  }

  /** Nothing measured so far counts any longer. */
  forget(): void {
    this.#best = null;
    this.#apart = this.#device.wall() - this.#device.running();
  }

  /** True when the device's clock was set, or the device slept, since the last `forget`. */
  hasStepped(): boolean {
    return Math.abs(this.#device.wall() - this.#device.running() - this.#apart) > STEP_MS;
  }

  #weigh(sample: Sample): void {
    const best = this.#best;
    const isBetter =
      best === null ||
      sample.roundTrip <= best.roundTrip ||
      sample.takenAt - best.takenAt > BELIEVED_MS ||
      contradict(sample, best);
    if (!isBetter) return;
    this.#best = sample;
    this.#drawn = sample.offset;
  }
}

/** Both cannot be true of one clock, so the newer one is. */
function contradict(a: Sample, b: Sample): boolean {
  return Math.abs(a.offset - b.offset) > (a.roundTrip + b.roundTrip) / 2 + STEP_MS;
}
