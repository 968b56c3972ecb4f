import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Log } from '../show/log.js';

const RESTART_AFTER_MS = 5000;

/** Checkpoints of the write-ahead log, in a worker, so that a slow disk never holds up a tap. */
export class Checkpoints {
  readonly #path: string;
  readonly #log: Log;
  #worker: Worker | undefined;
  #isStopping = false;

  constructor(path: string, log: Log) {
    this.#path = path;
    this.#log = log;
  }

  start(): void {
    const worker = new Worker(new URL('./checkpointWorker.js', import.meta.url), { workerData: this.#path });
    worker.on('message', (problem) => this.#log('warn', 'A checkpoint of the show file failed.', problem));
    worker.on('error', (error) => this.#log('error', 'The checkpoint worker broke.', error));
    worker.on('exit', () => {
      // Without it the log of changes would grow for the whole show.
      setTimeout(() => this.#isStopping || this.start(), RESTART_AFTER_MS).unref();
    });
    worker.unref();
    this.#worker = worker;
  }

  /** Asks the worker to close and waits until it did. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    const worker = this.#worker;
    if (worker === undefined || worker.threadId === -1) return;
    const exited = once(worker, 'exit');
    worker.postMessage('close');
    await exited;
  }
}
