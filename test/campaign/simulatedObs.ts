import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Click, Obs, Truth } from './obs.js';

/** What is done to the simulator. */
export type Order =
  | { do: 'hang' | 'reorder' | 'clear' | 'truth' | 'kill' }
  | { do: 'start'; other: boolean }
  | { do: 'click'; what: Click; pick: number };

const ANSWERS_WITHIN_MS = 60_000;

/** A simulator in a process of its own. */
export class SimulatedObs implements Obs {
  readonly password = null;
  readonly #child: ChildProcess;
  readonly #waiting = new Map<number, (truth: Truth) => void>();
  #asked = 0;

  private constructor(
    child: ChildProcess,
    readonly url: string,
    readonly recordings: string,
  ) {
    this.#child = child;
    child.on('message', ({ id, truth }: { id: number; truth: Truth }) => {
      this.#waiting.get(id)?.(truth);
      this.#waiting.delete(id);
    });
  }

  static async open(folder: string): Promise<SimulatedObs> {
    const recordings = join(folder, 'recordings');
    mkdirSync(recordings);
    const program = fileURLToPath(new URL('./simulatorProcess.mjs', import.meta.url));
    const child = fork(program, [recordings], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    const first: unknown[] = await once(child, 'message', { signal: AbortSignal.timeout(ANSWERS_WITHIN_MS) });
    // The first thing that our own program says.
    const { url } = first[0] as { url: string };
    return new SimulatedObs(child, url, recordings);
  }

  get isAlive(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }

  hang = () => this.#do({ do: 'hang' });
  clear = () => this.#do({ do: 'clear' });
  reorder = () => this.#do({ do: 'reorder' });
  kill = () => this.#do({ do: 'kill' });
  start = (other: boolean) => this.#do({ do: 'start', other });
  click = (what: Click, pick: number) => this.#do({ do: 'click', what, pick });
  truth = () => this.#ask({ do: 'truth' });

  async end(): Promise<void> {
    const gone = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await gone;
  }

  async #do(order: Order): Promise<void> {
    await this.#ask(order);
  }

  /** Resolves when it is done, with what OBS is by then. */
  #ask(order: Order): Promise<Truth> {
    const id = ++this.#asked;
    return new Promise((resolve, reject) => {
      const deadline = setTimeout(
        () => reject(new Error(`the simulator did not ${order.do}`)),
        ANSWERS_WITHIN_MS,
      );
      this.#waiting.set(id, (truth) => {
        clearTimeout(deadline);
        resolve(truth);
      });
      this.#child.send({ id, order });
    });
  }
}
