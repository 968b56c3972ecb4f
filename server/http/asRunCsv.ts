import { stringify, type Stringifier } from 'csv-stringify';
import { UNSEEN_ENDINGS } from '../protocol/codes/asRun.js';
import type { AsRunLine } from '../protocol/asRun.js';
import { AS_RUN } from '../protocol/panelTexts/asRun.js';

/**
 * Lines of the as-run log to CSV as RFC 4180 has it, for spreadsheets: with a mark at the start that says UTF-8, every
 * cell quoted, and with an apostrophe before what a spreadsheet would take for a formula. A guest types the own name.
 */
export function asRunCsv(): Stringifier {
  const columns = Object.entries(AS_RUN.columns).map(([key, header]) => ({ key, header }));
  return stringify({
    ...{ bom: true, header: true, columns, quoted: true, quoted_empty: true },
    ...{ escape_formulas: true, record_delimiter: 'windows' },
  });
}

/** One row, by column. */
export function rowOf(line: AsRunLine): Record<keyof typeof AS_RUN.columns, string> {
  const { from, until, begun, ended } = line;
  return {
    kind: AS_RUN.filters[line.kind],
    title: line.title,
    detail: line.detail,
    from: localIso(from),
    until: until === null ? '' : localIso(until),
    length: until === null ? '' : lengthOf(until - from),
    seconds: until === null ? '' : ((until - from) / 1000).toFixed(3),
    began: AS_RUN.began[begun.how],
    beganBy: deviceIn(begun),
    ended: ended === null ? '' : AS_RUN.ended[ended.how],
    endedBy: deviceIn(ended),
    end: AS_RUN.ends[endOf(ended)],
  };
}

function deviceIn(done: AsRunLine['begun'] | AsRunLine['ended']): string {
  return done?.by?.name ?? '';
}

function endOf(ended: AsRunLine['ended']): keyof typeof AS_RUN.ends {
  if (ended === null) return 'none';
  return UNSEEN_ENDINGS.includes(ended.how) ? 'lastKnown' : 'known';
}

/** ISO 8601 in the zone of this computer, with its offset then. */
export function localIso(at: number): string {
  const eastMinutes = -new Date(at).getTimezoneOffset();
  const [hours, minutes] = [Math.floor(Math.abs(eastMinutes) / 60), Math.abs(eastMinutes) % 60].map(two);
  const local = new Date(at + eastMinutes * 60_000).toISOString().slice(0, -1);
  return `${local}${eastMinutes < 0 ? '-' : '+'}${hours}:${minutes}`;
}

function lengthOf(ms: number): string {
  const seconds = Math.round(ms / 1000);
  return [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(two).join(':');
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
