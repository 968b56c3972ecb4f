import { LIVE_MAX_AGE_MS } from '../protocol/codes.js';
import type { Clock } from '../show/clock.js';
import { Refusal } from '../show/refusal.js';

interface Turn {
  askedAt: number;
  run: () => Promise<void>;
  refuse: (refusal: Refusal) => void;
}

/** What is happening to one target: one act in flight, and at most the newest one waiting. */
interface Lane {
  waiting: Turn | null;
}

/**
 * Keeps the order of acts on one target: un-awaited requests overtake each other inside OBS. The newest wins: an older
 * one that still waits is refused as `superseded`, and one that waited too long as `stale`, before anything is sent.
 */
export class Lanes {
  readonly #clock: Clock;
  readonly #busy = new Map<string, Lane>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** `askedAt` is when the act was asked for. @throws Refusal `superseded` or `stale`, or what `act` throws. */
  run(target: string, askedAt: number, act: () => Promise<void>): Promise<void> {
    return new Promise((resolve, reject) => {
      const turn: Turn = {
        askedAt,
        run: async () => act().then(resolve, reject),
        refuse: reject,
      };
      const lane = this.#busy.get(target);
      if (lane === undefined) {
        void this.#drive(target, turn);
        return;
      }
      lane.waiting?.refuse(new Refusal('superseded'));
      lane.waiting = turn;
    });
  }

  async #drive(target: string, first: Turn): Promise<void> {
    const lane: Lane = { waiting: null };
    this.#busy.set(target, lane);
    for (let turn: Turn | null = first; turn !== null; turn = lane.waiting) {
      lane.waiting = null;
      const lateMs = this.#clock.now() - turn.askedAt;
      if (lateMs > LIVE_MAX_AGE_MS) turn.refuse(new Refusal('stale', { lateMs }));
      else await turn.run();
    }
    this.#busy.delete(target);
  }
}
