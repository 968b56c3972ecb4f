import type { Emit, EventType } from './wire/subscriptions.js';

/** Events that come within this time belong together; the real one sends such from several threads. */
const TOGETHER_MS = 25;

/** Holds events back for a moment and lets them go in the opposite order. */
export class Reordering {
  readonly #held: [EventType, Record<string, unknown>][] = [];

  constructor(private readonly deliver: Emit) {}

  add(type: EventType, data: Record<string, unknown>): void {
    if (this.#held.length === 0) setTimeout(() => this.#release(), TOGETHER_MS).unref();
    this.#held.push([type, data]);
  }

  #release(): void {
    for (const [type, data] of this.#held.splice(0).reverse()) this.deliver(type, data);
  }
}
