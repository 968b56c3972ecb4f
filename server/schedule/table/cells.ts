import { NOBODY, type FoundPerson } from '../found.js';
import { splitNames } from '../names.js';
import { clockOf, momentOf, type When } from '../times.js';
import { rangeOf } from './days.js';

/** What stands in the column of starts. `full`: with its date. */
export type Start =
  | { is: 'full'; when: When; day: null }
  | { is: 'dated'; date: string; clock: number; to: number | null }
  | { is: 'clock'; clock: number; to: number | null }
  | { is: 'none' }
  | { is: 'bad' };

export function startIn(cell: string): Start {
  if (cell === '') return { is: 'none' };
  const moment = /\d[T ]\d/u.test(cell) ? momentOf(cell) : null;
  if (moment !== null) return { is: 'full', when: moment, day: null };
  // A day and its part, as a spreadsheet keeps them where nobody gave the cell a format.
  const [, serial, part = ''] = /^(\d{5})(\.\d+)$/u.exec(cell) ?? [];
  if (serial !== undefined) return { is: 'dated', date: serial, clock: clockIn(part) ?? 0, to: null };
  const whole = timesIn(cell);
  if (whole !== null) return { is: 'clock', ...whole };
  // "12/06/2026 09:00 - 09:30", "June 12, 9:00 AM": a date, and what is left is a time.
  const [, date = '', rest = ''] =
    /^(.*?[\p{L}\d])[\s,]+(\d{1,2}(?::|\.|h)?\d{0,2}(?::\d{2})?\s*(?:[ap]\.?\s?m\.?)?(?:\s*[-–—].{1,12})?)$/iu.exec(
      cell,
    ) ?? [];
  const times = timesIn(rest);
  return times === null ? { is: 'bad' } : { is: 'dated', date, ...times };
}

/** A time of day, or a range of them; also as the part of a day that a spreadsheet keeps. */
function timesIn(text: string): { clock: number; to: number | null } | null {
  const clock = clockIn(text);
  if (clock !== null) return { clock, to: null };
  const range = rangeOf(text);
  return range === null ? null : { clock: range.from, to: range.to };
}

export function clockIn(text: string): number | null {
  const part = /^0?\.\d+$/u.test(text) ? Math.round(Number(text) * 1440) : null;
  return part ?? clockOf(text);
}

/** Those who are named in a cell: "Ada Lovelace (she/her), Grace Hopper (US Navy) <grace@example.org>". */
export function peopleIn(cell: string): FoundPerson[] {
  const clean = cell.replace(/<[^<>]*@[^<>]*>|\S+@\S+\.\S+/gu, '');
  return splitNames(clean).map(personIn);
}

function personIn(text: string): FoundPerson {
  const brackets = [...text.matchAll(/\(([^()]*)\)/gu)].map(([, inner = '']) => inner.trim());
  const isPronouns = (inner: string): boolean => /^\p{L}{1,6}(?:\s?\/\s?\p{L}{1,6}){1,2}$/u.test(inner);
  const handle = text.match(/(?:^|\s)(@[\w.]+(?:@[\w.-]+)?)/u)?.[1] ?? null;
  return {
    ...NOBODY,
    name: text
      .replace(/\([^()]*\)/gu, ' ')
      .replace(handle ?? /$^/u, ' ')
      .trim(),
    pronouns: brackets.find(isPronouns) ?? null,
    organisation: brackets.find((inner) => inner !== '' && !isPronouns(inner)) ?? null,
    handle,
  };
}
