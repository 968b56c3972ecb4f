import type { Log } from './log.js';
import type { Happening } from './steps.js';

/** How much was played. */
export class Count {
  runs = 0;
  steps = 0;
  #commands = 0;
  #done = 0;
  readonly #faults = new Map<string, number>();

  happened(it: Happening): void {
    this.steps += 1;
    if (it.is === 'tap') return;
    const what = 'does' in it ? `${it.is} ${it.does}` : it.is;
    this.#faults.set(what, (this.#faults.get(what) ?? 0) + 1);
  }

  /** What one run's tablets sent. */
  sent({ sent }: Log): void {
    this.#commands += sent.length;
    this.#done += sent.filter(({ replies }) => replies.some(({ ok }) => ok)).length;
  }

  /** For the person at the terminal. */
  toString(): string {
    const faults = [...this.#faults].map(([what, times]) => `${what} ${times}`).sort();
    return [
      `${this.runs} runs, ${this.steps} steps, ${this.#commands} commands, of which ${this.#done} were done.`,
      `What happened besides: ${faults.join(', ')}.`,
    ].join('\n');
  }
}
