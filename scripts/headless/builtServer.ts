import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ServerProcess } from './serverProcess.js';

/** The built server in a process of its own, as `npm start` runs it, with a data folder that survives its kills. */
export class BuiltServer {
  readonly data = mkdtempSync(join(tmpdir(), 'showfloor-'));
  readonly #process: ServerProcess;

  constructor(args: readonly string[], env: NodeJS.ProcessEnv) {
    this.#process = new ServerProcess({
      args: (port) => ['dist/server/main.js', '--port', String(port), '--data', this.data, ...args],
      env,
    });
  }

  get url(): string {
    return this.#process.url;
  }

  get pid(): number {
    return this.#process.pid;
  }

  /** All that it printed since it was last started. */
  get output(): string {
    return this.#process.output;
  }

  /** Resolves when it prints its address, which is when it listens. */
  async start(): Promise<void> {
    await this.#process.start();
  }

  /** As a crash or a pulled plug: no goodbye. */
  async kill(): Promise<void> {
    await this.#process.end('SIGKILL');
  }

  /** As Ctrl-C: resolves with the exit code. */
  async stop(): Promise<number | null> {
    return this.#process.end('SIGINT');
  }

  /** Stops it and removes its folder. */
  async dispose(): Promise<void> {
    await this.#process.end('SIGKILL');
    rmSync(this.data, { recursive: true, force: true });
  }
}
