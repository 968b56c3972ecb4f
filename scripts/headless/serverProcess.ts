import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** Far above what a machine takes that is busy with other things. */
const READY_WITHIN_MS = 60_000;

export interface ServerProgram {
  /** Of Node, for the port that it shall listen on; 0 is a free one. */
  args: (port: number) => readonly string[];
  /** What it has printed when it listens and has said all; the port is its first group. */
  ready: RegExp;
  /** Added to our own. */
  env: NodeJS.ProcessEnv;
}

/** A server in a Node process of its own that prints the port on which it listens. It can die and come back there. */
export class ServerProcess {
  readonly #program: ServerProgram;
  #child: ChildProcess | undefined;
  #output = '';
  /** 0 until the first start chose one; later starts take the same. */
  #port = 0;

  constructor(program: ServerProgram) {
    this.#program = program;
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  get pid(): number {
    return this.#child?.pid ?? 0;
  }

  /** All that it printed since it was last started. */
  get output(): string {
    return this.#output;
  }

  /** Resolves when it is ready. */
  async start(): Promise<void> {
    const { args, ready, env } = this.#program;
    const child = spawn(process.execPath, args(this.#port), { env: { ...process.env, ...env } });
    this.#child = child;
    this.#output = '';
    await new Promise<void>((resolve, reject) => {
      const deadline = setTimeout(() => reject(new Error(`not ready: ${this.#output}`)), READY_WITHIN_MS);
      const keep = (chunk: Buffer) => {
        this.#output += chunk.toString();
        const port = ready.exec(this.#output)?.[1];
        if (port === undefined) return;
        this.#port = Number(port);
        clearTimeout(deadline);
        resolve();
      };
      child.stdout.on('data', keep);
      child.stderr.on('data', keep);
      child.once('exit', (code) => {
        clearTimeout(deadline);
        reject(new Error(`ended with ${code}: ${this.#output}`));
      });
    });
  }

  /** Resolves with the exit code when it is gone; null when a signal ended it or it never ran. */
  async end(signal: NodeJS.Signals): Promise<number | null> {
    const child = this.#child;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) {
      return child?.exitCode ?? null;
    }
    const exited = once(child, 'exit');
    child.kill(signal);
    await exited;
    return child.exitCode;
  }
}
