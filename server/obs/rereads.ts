import type { Clock } from '../show/clock.js';
import type { Log } from '../show/log.js';
import { CallFailed } from './failure.js';
import { NotReady } from './translate/reads.js';

const RETRY_FIRST_MS = 50;
const RETRY_CAP_MS = 250;
/** After an answer that never came or made no sense. */
const AGAIN_MS = 500;

export interface RereadsOptions<Topic> {
  clock: Clock;
  log: Log;
  /** Reads OBS and keeps what it says. May throw `NotReady`: then it is asked again until the session ends. */
  read: (topic: Topic) => Promise<void>;
}

/** What to read again, one at a time and each once, however many events asked for it. */
export class Rereads<Topic extends string> {
  readonly #options: RereadsOptions<Topic>;
  readonly #queued = new Map<Topic, Promise<void>>();
  readonly #timers = new Map<Topic, () => void>();
  #tail: Promise<void> = Promise.resolve();
  #stopped = false;
  #stopWaiting: () => void = () => undefined;

  constructor(options: RereadsOptions<Topic>) {
    this.#options = options;
  }

  /** Resolves when it was read, from now on; joins a reading that waits and has not begun. */
  look(topic: Topic): Promise<void> {
    const queued = this.#queued.get(topic);
    if (queued !== undefined) return queued;
    const turn = this.#tail.then(() => {
      this.#queued.delete(topic);
      return this.#read(topic);
    });
    this.#queued.set(topic, turn);
    // Whoever asked is told; the next in line does not care.
    this.#tail = turn.catch(() => undefined);
    return turn;
  }

  /** Looks now, and again later when that failed while the session lives. */
  mark(topic: Topic): void {
    this.look(topic).catch((error: unknown) => {
      if (this.#stopped) return;
      if (!(error instanceof CallFailed))
        this.#options.log('error', `OBS’s ${topic} could not be read`, error);
      this.markIn(AGAIN_MS, topic);
    });
  }

  /** Marks it after `ms`; a later call for the same topic replaces the earlier. */
  markIn(ms: number, topic: Topic): void {
    this.#timers.get(topic)?.();
    if (this.#stopped) return;
    this.#timers.set(
      topic,
      this.#options.clock.after(ms, () => {
        this.#timers.delete(topic);
        this.mark(topic);
      }),
    );
  }

  /** Asks an OBS that was not ready again now. */
  hurry(): void {
    this.#stopWaiting();
  }

  /** Nothing is read after this; what waits for OBS to be ready is let go. */
  stop(): void {
    this.#stopped = true;
    for (const cancel of this.#timers.values()) cancel();
    this.#timers.clear();
    this.#stopWaiting();
  }

  async #read(topic: Topic): Promise<void> {
    for (let waitMs = RETRY_FIRST_MS; ; waitMs = Math.min(waitMs * 2, RETRY_CAP_MS)) {
      if (this.#stopped) throw new CallFailed({ kind: 'not-sent' });
      try {
        return await this.#options.read(topic);
      } catch (error) {
        if (!(error instanceof NotReady)) throw error;
        await this.#pause(waitMs);
      }
    }
  }

  async #pause(ms: number): Promise<void> {
    let cancel: () => void = () => undefined;
    await new Promise<void>((resolve) => {
      this.#stopWaiting = resolve;
      cancel = this.#options.clock.after(ms, resolve);
    });
    cancel();
  }
}
