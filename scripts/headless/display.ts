import { startChild } from './child.js';

const READY_WITHIN_MS = 10_000;

/** A screen that nobody sees. `name` is what `DISPLAY` takes and what OBS's xshm_input takes as `server`. */
export interface Display {
  readonly name: string;
  stop(): Promise<void>;
}

/** Starts Xvfb on a display number that the server itself finds free, so that any number of them start at once. */
export async function startDisplay(size: { width: number; height: number }): Promise<Display> {
  const screen = `${size.width}x${size.height}x24`;
  const args = ['-displayfd', '3', '-screen', '0', screen, '-nolisten', 'tcp', '-noreset'];
  const child = startChild('Xvfb', args, process.env, ['pipe']);
  const number = await Promise.race([
    firstLine(child.process.stdio[3]),
    child.gone.then(() => null),
    timeUp(),
  ]);
  if (number === null) {
    await child.end('SIGKILL');
    throw new Error(`Xvfb did not start: ${child.log()}`);
  }
  return { name: `:${number}`, stop: () => child.end('SIGTERM') };
}

function firstLine(stream: unknown): Promise<string> {
  return new Promise((resolve, reject) => {
    if (!isReadable(stream)) return reject(new Error('Xvfb has no pipe to write its display number to'));
    let text = '';
    stream.on('data', (chunk) => {
      text += String(chunk);
      if (text.includes('\n')) resolve(text.trim());
    });
  });
}

function isReadable(stream: unknown): stream is NodeJS.ReadableStream {
  return typeof stream === 'object' && stream !== null && 'read' in stream;
}

function timeUp(): Promise<null> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(null), READY_WITHIN_MS).unref();
  });
}
