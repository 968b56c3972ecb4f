import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Cleanups } from './cleanups.js';
import { within } from './deadline.js';

const READY_LIMIT_MS = 30_000;

/** Runs a file of this folder in a process of its own; resolves when it says the first word. */
export async function startHelper(
  cleanups: Cleanups,
  file: 'crowdProcess.js' | 'listenersProcess.js' | 'writerProcess.js',
  args: readonly string[],
): Promise<ChildProcess> {
  const child = fork(fileURLToPath(new URL(`./${file}`, import.meta.url)), args);
  cleanups.add(() => endHelper(child));
  const ended = once(child, 'exit').then(() => {
    throw new Error(`${file} ended early`);
  });
  await within(READY_LIMIT_MS, `${file} ready`, Promise.race([once(child, 'message'), ended]));
  return child;
}

/** Resolves when it is gone. */
export async function endHelper(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}
