import type { Emit } from '../wire/subscriptions.js';
import { OutputClock, timecode } from './output.js';
import type { Timers } from './timers.js';

const START_MS = 250;
const STOP_MS = 100;
const BYTES_PER_SECOND = 500_000;
const FRAMES_PER_SECOND = 30;

type Phase = 'idle' | 'starting' | 'live' | 'stopping';

/** A stream to nowhere that always connects. */
export class Streaming {
  #phase: Phase = 'idle';
  readonly #clock = new OutputClock(BYTES_PER_SECOND, 0);

  constructor(
    private readonly timers: Timers,
    private readonly emit: Emit,
  ) {}

  get isActive(): boolean {
    return this.#phase === 'live' || this.#phase === 'stopping';
  }

  status() {
    const durationMs = this.isActive ? this.#clock.durationMs : 0;
    return {
      outputActive: this.isActive,
      outputReconnecting: false,
      outputTimecode: timecode(durationMs),
      outputDuration: durationMs,
      outputCongestion: 0,
      outputBytes: this.isActive ? this.#clock.bytes : 0,
      outputSkippedFrames: 0,
      outputTotalFrames: Math.round((durationMs * FRAMES_PER_SECOND) / 1000),
    };
  }

  start(): void {
    if (this.#phase !== 'idle') return;
    this.#enter('starting', 'STARTING');
    this.timers.after(START_MS, () => {
      this.#clock.start();
      this.#enter('live', 'STARTED');
    });
  }

  stop(): void {
    if (this.#phase !== 'live') return;
    this.#enter('stopping', 'STOPPING');
    this.timers.after(STOP_MS, () => this.#enter('idle', 'STOPPED'));
  }

  #enter(phase: Phase, state: string): void {
    this.#phase = phase;
    this.emit('StreamStateChanged', {
      outputActive: phase === 'live',
      outputState: `OBS_WEBSOCKET_OUTPUT_${state}`,
    });
  }
}
