import type { Clock } from '../show/clock.js';
import { CallFailed } from './failure.js';

/** What `work` comes to, or `CallFailed` `no-answer` after `ms`: obs-websocket-js waits for ever. */
export function within<T>(clock: Clock, ms: number, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const cancel = clock.after(ms, () => reject(new CallFailed({ kind: 'no-answer' })));
    work.then(resolve, reject).finally(cancel);
  });
}
