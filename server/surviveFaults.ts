import { printLog } from './log.js';

/** A fault that nobody caught must not end the show: it is logged whole, and the show goes on. */
export function surviveFaults(): void {
  // A terminal or a pipe that went away takes nothing but the log with it; a line about that would have no reader.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  process.on('uncaughtException', (error) => printLog('error', 'Something broke; the show goes on.', error));
  process.on('unhandledRejection', (error) => printLog('error', 'Something broke; the show goes on.', error));
}
