import type { RecordOutput } from '../protocol/slices.js';
import type { Clock } from '../show/clock.js';
import type { Ask } from './session.js';
import type { TopicReading } from './topicReading.js';
import type { News, RecordEvent } from './translate/events.js';
import { readRecord, readRecordPath, type RecordStatus } from './translate/reads.js';

/** A start that OBS announced and that is not running by then is none, in ms. */
const START_LIMIT_MS = 3000;
/** After "stopped" the output may still say that it runs for a moment, in ms. */
const AFTERGLOW_MS = 1000;
const LOOK_AGAIN_MS = 100;
const STOP_LOOK_MS = 1000;
/**
 * After "stopping" the output ends within two seconds, or ten of a slow disk; one that was paused too early never does
 * in OBS 29, and then goes on as it was. In ms.
 */
const STOP_LIMIT_MS = 20_000;
/** An output that is off and of which OBS has not said a word by then died, in ms: events come within 50 ms. */
const SILENCE_MS = 1000;
/** OBS says a duration of zero for the first second or two. */
const ROUGH_LOOK_MS = 1000;
/** Two computed starts closer than this are the same recording, in ms. */
const SAME_START_MS = 3000;

const OFF: RecordOutput = { state: 'off', startedAt: null, pausedAt: null, path: null, hasDied: false };

export interface RecordReadingOptions {
  clock: Clock;
  ask: Ask;
  /** What was mirrored before the link dropped, so that a recording that went on keeps its start and path. */
  before: RecordOutput | null;
  /** Asks for another `read` after so many ms; replaces an earlier wish. */
  lookIn: (ms: number) => void;
}

/**
 * The recording. Events say what is going on, a look at the output says whether it is true: an OK is no start, a PAUSED
 * event says that nothing is active, and events may overtake each other. `path` is kept after the end.
 */
export class RecordReading implements TopicReading<RecordOutput> {
  readonly #options: RecordReadingOptions;
  #value: RecordOutput = OFF;
  #event: { event: RecordEvent; at: number } | null = null;
  #path: string | null = null;
  #before: RecordOutput | null;
  /** The start was computed from a duration that OBS had not counted yet. */
  #rough = false;
  #pausedAt: number | null = null;
  /** Since when the output is off without a word. */
  #silentSince: number | null = null;

  constructor(options: RecordReadingOptions) {
    this.#options = options;
    this.#before = options.before;
  }

  get value(): RecordOutput {
    return this.#value;
  }

  hear(news: News): boolean {
    if (news.about === 'record') this.heard(news.event, news.path);
    if (news.about === 'record-file') this.movedTo(news.path);
    return news.about === 'record' || news.about === 'record-file';
  }

  /** OBS said that; `read` next. */
  heard(event: RecordEvent, path: string | null): void {
    this.#event = { event, at: this.#options.clock.now() };
    if (event === 'starting') this.#path = null;
    if (path !== null) this.#path = path;
  }

  /** OBS goes on in another file; `read` next. */
  movedTo(path: string): void {
    this.#path = path;
  }

  /** The start is computed anew. */
  clockStepped(): boolean {
    if (this.#value.startedAt !== null) this.#rough = true;
    return true;
  }

  async read(): Promise<void> {
    const { ask, clock } = this.#options;
    const status = await readRecord(ask);
    const now = clock.now();
    const isSilent = this.#isSilent(now, status);
    const hasDied = isSilent && now - (this.#silentSince ?? now) >= SILENCE_MS;
    const state = isSilent && !hasDied ? this.#value.state : this.#stateAt(now, status);
    const startedAt = this.#startAt(now, state, status);
    if (status.active && this.#path === null) this.#path = await readRecordPath(ask);
    const pausedAt = state === 'paused' ? (this.#pausedAt ?? now) : null;
    this.#value = {
      state,
      startedAt,
      pausedAt,
      path: this.#path,
      hasDied: hasDied || (this.#value.hasDied && state === 'off'),
    };
    this.#plan(now, status);
  }

  #stateAt(now: number, status: RecordStatus): RecordOutput['state'] {
    const event = this.#event?.event;
    const ageMs = now - (this.#event?.at ?? 0);
    if (!status.active) return event === 'starting' && ageMs < START_LIMIT_MS ? 'starting' : 'off';
    if ((event === 'stopping' && ageMs < STOP_LIMIT_MS) || (event === 'stopped' && ageMs < AFTERGLOW_MS))
      return 'stopping';
    return status.paused ? 'paused' : 'on';
  }

  /** It ran, does not run, and OBS said nothing of an end. */
  #isSilent(now: number, { active }: RecordStatus): boolean {
    const event = this.#event?.event;
    const wasRunning = this.#value.state === 'on' || this.#value.state === 'paused';
    const isSilent =
      !active && wasRunning && event !== 'stopping' && event !== 'stopped' && event !== 'starting';
    this.#silentSince = isSilent ? (this.#silentSince ?? now) : null;
    return isSilent;
  }

  #startAt(now: number, state: RecordOutput['state'], status: RecordStatus): number | null {
    if (state === 'off' || state === 'starting') {
      this.#before = null;
      this.#pausedAt = null;
      this.#rough = false;
      return null;
    }
    const counted = now - status.durationMs;
    const kept = this.#value.startedAt;
    if (kept === null) return this.#firstStart(counted, status);
    if (this.#rough && status.durationMs > 0) {
      this.#rough = false;
      return counted;
    }
    if (state === 'paused') this.#pausedAt ??= now;
    else if (this.#pausedAt !== null) {
      const pausedMs = now - this.#pausedAt;
      this.#pausedAt = null;
      return status.durationMs > 0 ? counted : kept + pausedMs;
    }
    return kept;
  }

  #firstStart(counted: number, status: RecordStatus): number {
    const before = this.#before;
    this.#before = null;
    if (status.paused) this.#pausedAt = this.#options.clock.now();
    if (this.#event?.event === 'started') return this.#event.at;
    if (before?.startedAt != null && Math.abs(before.startedAt - counted) < SAME_START_MS) {
      this.#path ??= before.path;
      return before.startedAt;
    }
    this.#rough = status.durationMs === 0;
    return counted;
  }

  #plan(now: number, status: RecordStatus): void {
    const { lookIn } = this.#options;
    const { state } = this.#value;
    if (this.#silentSince !== null && state !== 'off') lookIn(SILENCE_MS);
    else if (state === 'starting') lookIn(Math.max((this.#event?.at ?? 0) + START_LIMIT_MS - now, 0) + 1);
    else if (state === 'stopping') lookIn(this.#event?.event === 'stopped' ? LOOK_AGAIN_MS : STOP_LOOK_MS);
    else if (this.#rough && status.active) lookIn(ROUGH_LOOK_MS);
  }
}
