import { OBSWebSocketError, type OBSRequestTypes } from 'obs-websocket-js/json';
import type { Clock } from '../show/clock.js';
import type { Log } from '../show/log.js';
import { within } from './deadline.js';
import { CallFailed } from './failure.js';
import { EVENT_NAMES, type EventName } from './translate/events.js';
import { Wire } from './wire.js';

/** How long OBS may take from the dial to "identified", in ms. */
const CONNECT_LIMIT_MS = 3000;

export interface ConnectionOptions {
  address: string;
  password: string | null;
  /** Mask of obs-websocket; 0 is none. */
  subscriptions: number;
  clock: Clock;
  log: Log;
  onMessage: () => void;
  onEvent: (name: EventName, data: unknown) => void;
  /** Once, after `open` succeeded; with the close code. */
  onClosed: (code: number) => void;
}

/** One socket to OBS, used once: each call on it ends by an answer, a deadline or the socket's death. */
export class Connection {
  readonly #options: ConnectionOptions;
  readonly #wire: Wire;
  readonly #inFlight = new Set<(reason: CallFailed) => void>();
  #identified = false;

  constructor(options: ConnectionOptions) {
    this.#options = options;
    this.#wire = new Wire(options.onMessage);
  }

  /** @throws OBSWebSocketError with a close code, or `CallFailed` `no-answer`. */
  async open(): Promise<void> {
    const { address, password, subscriptions, clock } = this.#options;
    this.#wire.on('ConnectionClosed', (error) => this.#closed(error.code));
    for (const name of EVENT_NAMES) this.#wire.on(name, (...data: unknown[]) => this.#hear(name, data[0]));
    const dial = this.#wire.connect(address, password ?? undefined, { eventSubscriptions: subscriptions });
    try {
      await within(clock, CONNECT_LIMIT_MS, dial);
      this.#identified = true;
    } catch (error) {
      this.terminate();
      throw error;
    }
  }

  /** @throws CallFailed */
  call<T extends keyof OBSRequestTypes>(
    type: T,
    data: OBSRequestTypes[T] | undefined,
    limitMs: number,
  ): Promise<unknown> {
    if (!this.#identified) return Promise.reject(new CallFailed({ kind: 'not-sent' }));
    return new Promise((resolve, reject) => {
      const answer: Promise<unknown> = this.#wire.call(type, data);
      this.#inFlight.add(reject);
      within(this.#options.clock, limitMs, answer)
        .then(resolve, (error: unknown) => reject(asCallFailed(error)))
        .finally(() => this.#inFlight.delete(reject));
    });
  }

  terminate(): void {
    this.#wire.terminate();
  }

  /** The library would swallow what is thrown in a listener. */
  #hear(name: EventName, data: unknown): void {
    try {
      this.#options.onEvent(name, data);
    } catch (error) {
      this.#options.log('error', `OBS’s event ${name} met a bug`, error);
    }
  }

  #closed(code: number): void {
    if (!this.#identified) return;
    this.#identified = false;
    for (const reject of this.#inFlight) reject(new CallFailed({ kind: 'link-lost' }));
    this.#inFlight.clear();
    this.#options.onClosed(code);
  }
}

function asCallFailed(error: unknown): unknown {
  if (!(error instanceof OBSWebSocketError)) return error;
  return new CallFailed({ kind: 'refused', code: error.code, comment: error.message ?? '' });
}
