import type { Emit } from '../wire/subscriptions.js';
import { OutputClock, timecode } from './output.js';
import type { Timers } from './timers.js';

const START_MS = 250;
const STOP_MS = 100;
/** Nobody listens where the stream should go. */
const REFUSED_MS = 40;
const FIRST_RETRY_MS = 2000;
const SLOWER = 1.5;
/** OBS has 25 unless told; nobody waits here for that. */
const MAX_RETRIES = 3;
const BYTES_PER_SECOND = 500_000;
const FRAMES_PER_SECOND = 30;

/** `silent`: it takes a call and says nothing. */
type Server = 'there' | 'gone' | 'silent';
type Phase = 'idle' | 'starting' | 'live' | 'reconnecting' | 'stopping';

/** A stream to a server that a test takes away, brings back, or makes slow or silent. */
export class Streaming {
  #phase: Phase = 'idle';
  #server: Server = 'there';
  #isCongested = false;
  #cancelRetry: () => void = () => undefined;
  readonly #clock = new OutputClock(BYTES_PER_SECOND, 0);

  constructor(
    private readonly timers: Timers,
    private readonly emit: Emit,
  ) {}

  /** Also while it reconnects, whatever the events say. */
  get isActive(): boolean {
    return this.#phase === 'live' || this.#phase === 'reconnecting' || this.#phase === 'stopping';
  }

  status() {
    const durationMs = this.isActive ? this.#clock.durationMs : 0;
    const frames = Math.round((durationMs * FRAMES_PER_SECOND) / 1000);
    return {
      outputActive: this.isActive,
      outputReconnecting: this.#phase === 'reconnecting',
      outputTimecode: timecode(durationMs),
      outputDuration: durationMs,
      outputCongestion: this.#isCongested ? 1 : 0,
      outputBytes: this.isActive ? this.#clock.bytes : 0,
      outputSkippedFrames: this.#isCongested ? Math.round(frames / 2) : 0,
      outputTotalFrames: frames,
    };
  }

  start(): void {
    if (this.#phase !== 'idle') return;
    this.#enter('starting', 'STARTING');
    this.#dial();
  }

  /** On a congested line it waits for what is not sent yet; a second stop does not. */
  stop(): void {
    if (this.#phase === 'reconnecting') return this.#end();
    const isImpatient = this.#phase === 'stopping';
    if (this.#phase !== 'live' && !isImpatient) return;
    if (!isImpatient) this.#enter('stopping', 'STOPPING');
    if (isImpatient || !this.#isCongested) this.timers.after(STOP_MS, () => this.#end());
  }

  /** The server, or the way to it, is gone: what is live reconnects, and gives up in the end. */
  loseServer(): void {
    this.#server = 'gone';
    if (this.#phase === 'live') this.#retry(FIRST_RETRY_MS, MAX_RETRIES);
    if (this.#phase === 'starting') this.#dial();
  }

  /** It is there again, for the next attempt, and for one that it was silent to. */
  findServer(): void {
    const wasSilent = this.#server === 'silent';
    this.#server = 'there';
    if (wasSilent && this.#phase === 'starting') this.#dial();
  }

  /** Whoever calls it from now on waits. */
  silenceServer(): void {
    this.#server = 'silent';
  }

  /** The line is too slow for what is sent on it, or is not any more. */
  congest(isCongested: boolean): void {
    this.#isCongested = isCongested;
  }

  #dial(): void {
    if (this.#server === 'there') this.timers.after(START_MS, () => this.#goLive('STARTED'));
    if (this.#server === 'gone') this.timers.after(REFUSED_MS, () => this.#end());
  }

  #retry(waitMs: number, left: number): void {
    this.#enter('reconnecting', 'RECONNECTING');
    this.#cancelRetry = this.timers.after(waitMs, () => {
      if (this.#server === 'there') this.#goLive('RECONNECTED');
      else if (left > 1) this.#retry(waitMs * SLOWER, left - 1);
      else this.#end();
    });
  }

  /** Everything is counted anew, also after a reconnection. */
  #goLive(state: 'STARTED' | 'RECONNECTED'): void {
    if (this.#phase === 'idle') return;
    this.#clock.start();
    this.#enter('live', state);
  }

  #end(): void {
    this.#cancelRetry();
    if (this.#phase !== 'idle') this.#enter('idle', 'STOPPED');
  }

  #enter(phase: Phase, state: string): void {
    this.#phase = phase;
    this.emit('StreamStateChanged', {
      outputActive: phase === 'live',
      outputState: `OBS_WEBSOCKET_OUTPUT_${state}`,
    });
  }
}
