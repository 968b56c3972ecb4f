import type { Clock } from '../show/clock.js';

const TICK_MS = 250;
const PING_EVERY_TICKS = 4;
/** A longer step was ours: this process slept or was starved, which is no silence of OBS. */
const LONGEST_STEP_MS = 500;
const QUIET_AFTER_MS = 2000;
/** Together with a tick well under the 5 s in which a hung OBS must be found. */
const DEAD_AFTER_MS = 4000;

export interface HeartbeatOptions {
  clock: Clock;
  /** How many lines there are; each must be heard. */
  lines: number;
  /** Asks something small on that line; any answer comes back through `heard`. */
  ping: (line: number) => void;
  /** All lines were heard since the last ping: about once a second, and the end of a quiet spell. */
  onBeat: () => void;
  onQuiet: () => void;
  onDead: () => void;
}

/** Finds the OBS that hangs while its sockets stay open: any message on a line is a sign of life. */
export class Heartbeat {
  readonly #options: HeartbeatOptions;
  readonly #silentMs: number[];
  readonly #unheard = new Set<number>();
  #ticks = 0;
  #lastTick = 0;
  #quiet = false;
  #cancel: () => void = () => undefined;

  constructor(options: HeartbeatOptions) {
    this.#options = options;
    this.#silentMs = new Array<number>(options.lines).fill(0);
  }

  start(): void {
    this.#lastTick = this.#options.clock.now();
    this.#cancel = this.#options.clock.after(TICK_MS, () => this.#tick());
  }

  stop(): void {
    this.#cancel();
  }

  heard(line: number): void {
    this.#silentMs[line] = 0;
    if (!this.#unheard.delete(line) || this.#unheard.size > 0) return;
    this.#quiet = false;
    this.#options.onBeat();
  }

  #tick(): void {
    const { clock, ping, lines, onQuiet, onDead } = this.#options;
    const now = clock.now();
    const step = Math.min(Math.max(now - this.#lastTick, 0), LONGEST_STEP_MS);
    this.#lastTick = now;
    for (let line = 0; line < lines; line++) this.#silentMs[line] = (this.#silentMs[line] ?? 0) + step;
    const worst = Math.max(...this.#silentMs);
    if (worst >= DEAD_AFTER_MS) {
      onDead();
      return;
    }
    this.#cancel = clock.after(TICK_MS, () => this.#tick());
    if (worst >= QUIET_AFTER_MS && !this.#quiet) {
      this.#quiet = true;
      onQuiet();
    }
    if (++this.#ticks % PING_EVERY_TICKS !== 0) return;
    for (let line = 0; line < lines; line++) this.#unheard.add(line);
    for (let line = 0; line < lines; line++) ping(line);
  }
}
