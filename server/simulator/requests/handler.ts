import type { Booth } from '../booth/booth.js';
import type { Dialect } from '../dialect.js';
import type { Fields } from '../fields.js';

/** What a request finds when it is carried out. */
export interface Floor {
  readonly booth: Booth;
  readonly dialect: Dialect;
  /** Of the asking connection: `GetStats` tells them. */
  readonly traffic: { incoming: number; outgoing: number };
  readonly availableRequests: () => string[];
}

type Answer = Record<string, unknown> | void;

/**
 * Carries out one type of request. What it answers becomes `responseData`.
 * @throws RequestFailure
 */
export type Handler = (fields: Fields, floor: Floor) => Answer | Promise<Answer>;

/** The requests of one noun by their names in the protocol. */
export type Handlers = Readonly<Record<string, Handler>>;
