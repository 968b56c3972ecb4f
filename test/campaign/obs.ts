import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export type Click = 'record' | 'stop-record' | 'stream' | 'stop-stream' | 'cut';

/** What is done to the simulator. */
export type Order =
  | { do: 'hang' | 'drop' | 'reorder' | 'clear' | 'truth' | 'end' }
  | { do: 'know'; showFile: string }
  | { do: 'slow'; ms: number }
  | { do: 'restart'; other: boolean }
  | { do: 'click'; what: Click; pick: number };

/** What OBS is, by its own word. */
export interface Truth {
  sceneId: string;
  record: 'off' | 'on' | 'paused';
  path: string | null;
  stream: 'off' | 'on';
}

/** A request that changes something came to OBS. */
export interface Arrival {
  type: string;
  at: number;
  /** Takes that were on disk as `starting` then; only of a StartRecord, null when the file could not be read. */
  takes: string[] | null;
}

type Said = { url: string } | { arrived: Arrival } | { id: number; truth: Truth };

const ANSWERS_WITHIN_MS = 10_000;

/** OBS as the campaign has it: a simulator in a process of its own. */
export class Obs {
  /** Oldest first. */
  readonly arrivals: Arrival[] = [];
  readonly #child: ChildProcess;
  readonly #waiting = new Map<number, (truth: Truth) => void>();
  #asked = 0;

  private constructor(
    child: ChildProcess,
    readonly url: string,
  ) {
    this.#child = child;
    child.on('message', (said: Said) => this.#hear(said));
  }

  static async start(recordings: string): Promise<Obs> {
    const program = fileURLToPath(new URL('./simulatorProcess.mjs', import.meta.url));
    const child = fork(program, [recordings], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    const first: unknown[] = await once(child, 'message', { signal: AbortSignal.timeout(ANSWERS_WITHIN_MS) });
    // The first thing that our own program says.
    const { url } = first[0] as { url: string };
    return new Obs(child, url);
  }

  /** Resolves when it is done, with what OBS is by then. */
  ask(order: Order): Promise<Truth> {
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

  async end(): Promise<void> {
    const gone = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await gone;
  }

  #hear(said: Said): void {
    if ('arrived' in said) this.arrivals.push(said.arrived);
    if (!('id' in said)) return;
    this.#waiting.get(said.id)?.(said.truth);
    this.#waiting.delete(said.id);
  }
}
