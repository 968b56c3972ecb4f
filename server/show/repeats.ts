import { REPEAT_WINDOW_MS } from '../protocol/codes.js';
import type { Reply } from '../protocol/events.js';
import type { Clock } from './clock.js';

/** First replies of the last ten seconds: a repeat of (device, id) gets the same one and has no effect. */
export class Repeats {
  readonly #clock: Clock;
  readonly #replies = new Map<string, Promise<Reply>>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** The reply to this (device, id): the first one's, or that of `run`, which then is the first. */
  once(deviceId: string, commandId: string, run: () => Promise<Reply>): Promise<Reply> {
    const key = `${deviceId}/${commandId}`;
    const first = this.#replies.get(key);
    if (first !== undefined) return first;
    const reply = run();
    this.#replies.set(key, reply);
    this.#clock.after(REPEAT_WINDOW_MS, () => this.#replies.delete(key));
    return reply;
  }
}
