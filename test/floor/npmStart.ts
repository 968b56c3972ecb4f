import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** With an install and a build, several at once, on a slow machine. */
const READY_WITHIN_MS = 90_000;

/** One `npm start` with what it starts in turn, compilers among them: a process group of its own. */
export class NpmStart {
  readonly #args: readonly string[];
  readonly #env: NodeJS.ProcessEnv;
  #child: ChildProcess | undefined;
  #said = '';
  #failed = '';

  /** `args` are Node's, `env` is added to our own. */
  constructor(args: readonly string[], env: NodeJS.ProcessEnv) {
    this.#args = args;
    this.#env = env;
  }

  /** What it wrote on standard error. */
  get failed(): string {
    return this.#failed;
  }

  start(): void {
    const env = { ...process.env, ...this.#env };
    const child = spawn(process.execPath, this.#args, {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    child.stdout.on('data', (chunk: Buffer) => (this.#said += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (this.#failed += chunk.toString()));
    this.#child = child;
  }

  /** Resolves with the panel's address when it says it; rejects when it ends first, or takes too long. */
  async address(): Promise<string> {
    const child = this.#child;
    const deadline = AbortSignal.timeout(READY_WITHIN_MS);
    for (;;) {
      const address = /http:\/\/\S+:\d+(?=\/)/.exec(this.#said)?.[0];
      if (address !== undefined) return address;
      if (!child?.stdout || !this.#isRunning() || deadline.aborted) {
        throw new Error(`It did not come up: ${this.#said}${this.#failed}`);
      }
      await Promise.race([
        once(child.stdout, 'data', { signal: deadline }).catch(() => undefined),
        once(child, 'exit', { signal: deadline }).catch(() => undefined),
      ]);
    }
  }

  /** Resolves with the exit code when it has ended and all that it wrote is here. */
  async ended(): Promise<number | null> {
    if (this.#child !== undefined && this.#isRunning()) await once(this.#child, 'close');
    return this.#child?.exitCode ?? null;
  }

  /** As Ctrl-C: resolves with the exit code. */
  async interrupt(): Promise<number | null> {
    this.#child?.kill('SIGINT');
    return this.ended();
  }

  /** Ends it with all that it started. */
  async kill(): Promise<void> {
    const pid = this.#child?.pid;
    if (pid === undefined || !this.#isRunning()) return;
    process.kill(-pid, 'SIGKILL');
    await this.ended();
  }

  #isRunning(): boolean {
    return this.#child?.exitCode === null && this.#child.signalCode === null;
  }
}
