import { inspect } from 'node:util';
import type { Log } from './show/log.js';

const MARK = { info: ' ', warn: '!', error: '✗' } as const;

/** A line with the time for the person at the terminal; what is worth keeping is in the journal, not here. */
export const printLog: Log = (level, message, detail) => {
  const time = new Date().toTimeString().slice(0, 8);
  const more = detail === undefined ? '' : `\n${inspect(detail, { depth: 5 })}`;
  process.stderr.write(`${time} ${MARK[level]} ${message}${more}\n`);
};
