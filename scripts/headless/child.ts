import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process';

const LOG_LINES_KEPT = 400;
const STOP_PATIENCE_MS = 5000;

/** A running program whose last lines of output are kept, and whose every end is waited for with a limit. */
export interface Child {
  readonly pid: number;
  /** Streams beyond stdout and stderr, as asked for in `stdio`. */
  readonly process: ChildProcess;
  /** The last lines that it wrote. */
  log(): string;
  /** Resolves once, when it is gone, with how: an exit code or a signal. Never rejects. */
  readonly gone: Promise<string>;
  isGone(): boolean;
  signal(name: NodeJS.Signals): void;
  /** Asks by `name`; kills it when it is still there 5 s later. Resolves when it is gone. */
  end(name: NodeJS.Signals): Promise<void>;
}

/**
 * Starts a program in a process group of its own (a Ctrl-C at the terminal is ours to pass on), which the kernel kills
 * when this process dies in any way, so that no test leaves an OBS behind.
 */
export function startChild(command: string, args: string[], env: NodeJS.ProcessEnv, extra: 'pipe'[]): Child {
  const stdio: StdioOptions = ['ignore', 'pipe', 'pipe', ...extra];
  const process = spawn('setpriv', ['--pdeathsig', 'KILL', command, ...args], { env, stdio, detached: true });
  const lines: string[] = [];
  const keep = (chunk: Buffer) => {
    lines.push(...chunk.toString().split('\n').filter(Boolean));
    lines.splice(0, lines.length - LOG_LINES_KEPT);
  };
  process.stdout?.on('data', keep);
  process.stderr?.on('data', keep);

  let ended = false;
  const gone = new Promise<string>((resolve) => {
    const end = (how: string) => {
      ended = true;
      resolve(how);
    };
    process.once('error', (error) => end(error.message));
    process.once('exit', (code, signal) => end(signal ?? `exit code ${code}`));
  });

  const signal = (name: NodeJS.Signals) => {
    if (!ended) process.kill(name);
  };
  return {
    pid: process.pid ?? 0,
    process,
    log: () => lines.join('\n'),
    gone,
    isGone: () => ended,
    signal,
    async end(name) {
      signal(name);
      const timer = setTimeout(() => signal('SIGKILL'), STOP_PATIENCE_MS);
      await gone;
      clearTimeout(timer);
    },
  };
}
