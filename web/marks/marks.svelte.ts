import type { Desk } from '../live/desk.js';
import { Outbox, type Kept } from '../live/outbox.js';
import { randomUuid } from '../live/uuid.js';
import type { Commands } from '../panel/commands.svelte.js';

/** Marks pressed on this device: each goes to the server now, or when there is one again. */
export class Marks {
  readonly #desk: Desk;
  readonly #outbox: Outbox;
  #waiting = $state.raw<readonly Kept[]>([]);

  constructor(desk: Desk, commands: Commands) {
    this.#desk = desk;
    this.#outbox = new Outbox({
      storage: () => localStorage,
      wall: () => Date.now(),
      isOpen: () => desk.live.bootId !== null,
      send: ({ id, name, params }, ageMs) => desk.late(id, name, params, ageMs),
      after: (ms, act) => void setTimeout(act, ms),
      changed: (waiting) => (this.#waiting = waiting),
      refused: ({ name }, reply) => commands.refuse(name, reply),
    });
    this.#waiting = this.#outbox.waiting;
  }

  /** How many the server does not have yet. */
  get waiting(): number {
    return this.#waiting.length;
  }

  /** This moment. */
  add(): void {
    this.#outbox.add('mark.add', { markId: randomUuid(), note: '' });
  }

  /** Delivers what waits whenever the connection is there, until the answer is called. */
  start(): () => void {
    void this.#outbox.deliver();
    return this.#desk.live.subscribe(() => void this.#outbox.deliver());
  }
}
