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
  /** What is in one lane is read one after the other, lanes beside each other; null: alone, with nothing beside it. */
  laneOf: (topic: Topic) => string | null;
  /** Reads OBS and keeps what it says. May throw `NotReady`: then it is asked again until the session ends. */
  read: (topic: Topic) => Promise<void>;
}

/**
 * What to read again, each once, however many events asked for it. An OBS that takes its time takes it for all lanes at
 * once: one after the other, an answer that comes 0.4 s late made a change of collection 6 s late.
 */
export class Rereads<Topic extends string> {
  readonly #options: RereadsOptions<Topic>;
  readonly #queued = new Map<Topic, Promise<void>>();
  readonly #timers = new Map<Topic, () => void>();
  /** The end of each lane, since all was last read alone. */
  readonly #ends = new Map<string, Promise<void>>();
  #alone: Promise<void> = Promise.resolve();
  #stopped = false;
  readonly #pauses = new Set<() => void>();

  constructor(options: RereadsOptions<Topic>) {
    this.#options = options;
  }

  /** Resolves when it was read, from now on; joins a reading that waits and has not begun. */
  look(topic: Topic): Promise<void> {
    const queued = this.#queued.get(topic);
    if (queued !== undefined) return queued;
    const turn = this.#before(topic).then(() => {
      this.#queued.delete(topic);
      return this.#read(topic);
    });
    this.#queued.set(topic, turn);
    // Whoever asked is told; the next in line does not care.
    this.#follow(
      topic,
      turn.catch(() => undefined),
    );
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
    for (const end of this.#pauses) end();
  }

  /** Nothing is read after this; what waits for OBS to be ready is let go. */
  stop(): void {
    this.#stopped = true;
    for (const cancel of this.#timers.values()) cancel();
    this.#timers.clear();
    this.hurry();
  }

  /** Resolves when its turn has come. */
  async #before(topic: Topic): Promise<void> {
    const lane = this.#options.laneOf(topic);
    if (lane !== null) return this.#ends.get(lane) ?? this.#alone;
    await Promise.all([this.#alone, ...this.#ends.values()]);
  }

  #follow(topic: Topic, end: Promise<void>): void {
    const lane = this.#options.laneOf(topic);
    if (lane !== null) return void this.#ends.set(lane, end);
    this.#alone = end;
    this.#ends.clear();
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
    await new Promise<void>((resolve) => {
      const end = () => {
        cancel();
        this.#pauses.delete(end);
        resolve();
      };
      const cancel = this.#options.clock.after(ms, end);
      this.#pauses.add(end);
    });
  }
}
