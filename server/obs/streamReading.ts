import type { StreamOutput } from '../protocol/slices.js';
import type { Clock } from '../show/clock.js';
import { OnAirClock, type KnownStream } from './onAirClock.js';
import type { Ask } from './session.js';
import type { TopicReading } from './topicReading.js';
import type { News, StreamEvent } from './translate/events.js';
import { readStream, type StreamStatus } from './translate/reads.js';

/** OBS dials a server for as long as its system lets it; past this a start without a word is none, in ms. */
const START_LIMIT_MS = 30_000;
/** Within this time events may come in any order: a "starting" right after "stopped" was overtaken by it, in ms. */
const STRAGGLER_MS = 60;
/** After "stopped" the output may still say that it runs for a moment, in ms. */
const AFTERGLOW_MS = 1000;
const LOOK_AGAIN_MS = 100;
const STOP_LOOK_MS = 1000;
const RECONNECT_LOOK_MS = 1000;
/** OBS says a duration of zero at first. */
const ROUGH_LOOK_MS = 1000;

const OFF: StreamOutput = { state: 'off', startedAt: null, reconnectingSince: null };

export interface StreamReadingOptions {
  clock: Clock;
  ask: Ask;
  /** The stream that was live when OBS was last seen, so that one that went on keeps its time. */
  known: () => KnownStream | null;
  /** Asks for another `read` after so many ms; replaces an earlier wish. */
  lookIn: (ms: number) => void;
}

/**
 * The stream. Events say what is going on, a look at the output says whether it is true: an OK is no start, and a
 * RECONNECTING event says that nothing is active. Its time is ours: OBS counts anew after each reconnection.
 */
export class StreamReading implements TopicReading<StreamOutput> {
  readonly #options: StreamReadingOptions;
  readonly #onAir: OnAirClock;
  #value: StreamOutput = OFF;
  #event: { event: StreamEvent; at: number } | null = null;
  /** A stop was announced and not shown yet: who sees a stream go `off` without it knows that nobody asked. */
  #owesStopping = false;

  constructor(options: StreamReadingOptions) {
    this.#options = options;
    this.#onAir = new OnAirClock(options.known);
  }

  get value(): StreamOutput {
    return this.#value;
  }

  hear(news: News): boolean {
    if (news.about !== 'stream') return false;
    const now = this.#options.clock.now();
    const { event } = news;
    const last = this.#event;
    const isStraggler = event === 'starting' && last?.event === 'stopped' && now - last.at < STRAGGLER_MS;
    if (isStraggler) return false;
    if (event === 'started') this.#onAir.begin(now);
    if (event === 'stopping') this.#owesStopping = true;
    this.#event = { event, at: now };
    return true;
  }

  /** The start is computed anew. */
  clockStepped(): boolean {
    this.#onAir.doubt();
    return true;
  }

  async read(): Promise<void> {
    const { ask, clock } = this.#options;
    const status = await readStream(ask);
    const now = clock.now();
    const state = this.#stateAt(now, status);
    const isLive = state !== 'off' && state !== 'starting';
    if (!isLive) this.#onAir.end();
    const startedAt = isLive ? this.#onAir.startAt(now, status) : null;
    const reconnectingSince = state === 'reconnecting' ? (this.#value.reconnectingSince ?? now) : null;
    this.#value = { state, startedAt, reconnectingSince };
    this.#plan(now, state);
  }

  #stateAt(now: number, { active, reconnecting }: StreamStatus): StreamOutput['state'] {
    const event = this.#event?.event;
    const ageMs = now - (this.#event?.at ?? 0);
    const owesStopping = this.#owesStopping && this.#value.state !== 'off';
    this.#owesStopping = false;
    if (owesStopping) return 'stopping';
    if (!active) return event === 'starting' && ageMs < START_LIMIT_MS ? 'starting' : 'off';
    if (event === 'stopping' || (event === 'stopped' && ageMs < AFTERGLOW_MS)) return 'stopping';
    return reconnecting ? 'reconnecting' : 'on';
  }

  #plan(now: number, state: StreamOutput['state']): void {
    const { lookIn } = this.#options;
    if (state === 'starting') lookIn(Math.max((this.#event?.at ?? 0) + START_LIMIT_MS - now, 0) + 1);
    else if (state === 'stopping') lookIn(this.#event?.event === 'stopped' ? LOOK_AGAIN_MS : STOP_LOOK_MS);
    else if (state === 'reconnecting') lookIn(RECONNECT_LOOK_MS);
    else if (this.#onAir.isRough && state === 'on') lookIn(ROUGH_LOOK_MS);
  }
}
