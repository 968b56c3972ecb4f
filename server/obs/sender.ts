import type { OBSRequestTypes } from 'obs-websocket-js/json';
import type { Clock } from '../show/clock.js';
import { Refusal } from '../show/refusal.js';
import { Lanes } from './lanes.js';
import type { ObsLink } from './link.js';
import type { Session } from './session.js';
import { refusalOf } from './translate/refusals.js';

/** Sends one request and answers what OBS said. @throws Refusal */
export type Send = <T extends keyof OBSRequestTypes>(
  type: T,
  data: OBSRequestTypes[T] | undefined,
) => Promise<unknown>;

export interface SenderOptions {
  link: Pick<ObsLink, 'session' | 'state'>;
  clock: Clock;
  /** True when this OBS knows the request. */
  knows: (request: string) => boolean;
  /** What we believed of OBS is not so: it is read again. */
  doubt: () => void;
}

/** The way of every verb to OBS: in order on each target, the newest wins, nothing goes to an OBS that does not answer. */
export class Sender {
  readonly #options: SenderOptions;
  readonly #lanes: Lanes;

  constructor(options: SenderOptions) {
    this.#options = options;
    this.#lanes = new Lanes(options.clock);
  }

  /**
   * Does `act` when its turn on the target has come. `askedAt` is when the finger came down.
   * @throws Refusal
   */
  run(target: string, askedAt: number, act: (send: Send) => Promise<void>): Promise<void> {
    return this.#lanes.run(target, askedAt, async () => {
      this.hereOrRefuse();
      await act((type, data) => this.#send(type, data));
    });
  }

  /** @throws Refusal `obs-hung` or `obs-away` */
  hereOrRefuse(): Session {
    const { state, session } = this.#options.link;
    if (state === 'not-responding') throw new Refusal('obs-hung');
    if (session === null) throw new Refusal('obs-away');
    return session;
  }

  async #send<T extends keyof OBSRequestTypes>(
    type: T,
    data: OBSRequestTypes[T] | undefined,
  ): Promise<unknown> {
    const session = this.hereOrRefuse();
    if (!this.#options.knows(type)) {
      throw new Refusal('obs-refused', { reason: `this OBS does not know ${type}` });
    }
    try {
      return await session.command(type, data);
    } catch (error) {
      const refusal = refusalOf(error, type);
      if (refusal instanceof Refusal && refusal.code !== 'obs-timeout') this.#options.doubt();
      throw refusal;
    }
  }
}
