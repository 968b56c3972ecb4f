import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Log } from '../show/log.js';

const RESTART_AFTER_MS = 5000;

/** Checkpoints and backups of the show file, in a worker, so that a slow disk never holds up a tap. */
export class Upkeep {
  readonly #path: string;
  readonly #log: Log;
  #worker: Worker | undefined;
  #isStopping = false;

  constructor(path: string, log: Log) {
    this.#path = path;
    this.#log = log;
  }

  start(): void {
    const worker = new Worker(new URL('./upkeepWorker.js', import.meta.url), { workerData: this.#path });
    worker.on('message', (failure) => this.#log('warn', 'The upkeep of the show file failed.', failure));
    worker.on('error', (error) => this.#log('error', 'The worker that keeps up the show file broke.', error));
    worker.on('exit', () => {
      // Without it the log of changes would grow for the whole show.
      setTimeout(() => {
        if (!this.#isStopping && this.#worker === worker) this.start();
      }, RESTART_AFTER_MS).unref();
    });
    worker.unref();
    this.#worker = worker;
  }

  /** Another file lies in its place by now. Who has the old one open lets it go when its disk lets it. */
  restart(): void {
    const old = this.#worker;
    this.start();
    old?.postMessage('close');
  }

  /** Asks the worker to back up and to close, and waits until it did. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    const worker = this.#worker;
    if (worker === undefined || worker.threadId === -1) return;
    // By now nothing else may keep this process alive, and it would end in the middle of the backup.
    worker.ref();
    const exited = once(worker, 'exit');
    worker.postMessage('close');
    await exited;
  }
}
