import type { Clock } from '../../../server/show/clock.js';

/** A clock that a test moves by hand. */
export class ManualClock implements Clock {
  #now = 1_000_000;
  #timers: { at: number; act: () => void }[] = [];

  now(): number {
    return this.#now;
  }

  after(ms: number, act: () => void): () => void {
    const timer = { at: this.#now + ms, act };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((it) => it !== timer);
    };
  }

  onStep(): () => void {
    return () => undefined;
  }

  /** Moves on, running what is due on the way, in order. */
  pass(ms: number): void {
    const end = this.#now + ms;
    for (;;) {
      const due = this.#timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
      if (due === undefined) break;
      this.#timers = this.#timers.filter((it) => it !== due);
      this.#now = Math.max(this.#now, due.at);
      due.act();
    }
    this.#now = end;
  }

  /** The process was away: time passes and no timer runs meanwhile, but then each that is due. */
  sleep(ms: number): void {
    this.#now += ms;
    this.pass(0);
  }
}
