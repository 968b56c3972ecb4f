import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Log } from '../show/log.js';

/** Checkpoints of the write-ahead log, in a worker, so that a slow disk never holds up a tap. */
export class Checkpoints {
  readonly #path: string;
  readonly #log: Log;
  #worker: Worker | undefined;

  constructor(path: string, log: Log) {
    this.#path = path;
    this.#log = log;
  }

  start(): void {
    const worker = new Worker(new URL('./checkpointWorker.js', import.meta.url), { workerData: this.#path });
    worker.on('message', (problem) => this.#log('warn', 'A checkpoint of the show file failed.', problem));
    worker.on('error', (error) => this.#log('error', 'The checkpoint worker ended.', error));
    worker.unref();
    this.#worker = worker;
  }

  /** Asks the worker to close and waits until it did. */
  async stop(): Promise<void> {
    const worker = this.#worker;
    if (worker === undefined || worker.threadId === -1) return;
    const exited = once(worker, 'exit');
    worker.postMessage('close');
    await exited;
  }
}
