import type { ScheduleOptions } from '../../protocol/schedule.js';
import { clockOf, dayOf, plusDays } from '../times.js';

/** What a cell says of its day: the day, or what has to be known before it is one; null: it is no day. */
export type Day = { is: 'day'; day: string } | { is: 'needs'; what: 'first-day' | 'date-order' } | null;

export type DateOrder = NonNullable<ScheduleOptions['dateOrder']>;

const NUMBERS = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})$/u;
const LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'nl', 'pt'];
/** 1900 begins at 1 in a spreadsheet, which takes 1900 for a leap year. */
const EPOCH = Date.UTC(1899, 11, 30);

export function dayIn(text: string, firstDay: string | null, order: DateOrder | null): Day {
  const said = withoutWeekday(text.trim());
  if (said === '') return weekdayOf(text, firstDay);
  const [, year, month, day] = /^(\d{4})[./-](\d{1,2})[./-](\d{1,2})$/u.exec(said) ?? [];
  if (year !== undefined) return dayOrNull(Number(year), Number(month), Number(day));
  const numbers = NUMBERS.exec(said);
  if (numbers !== null) return byNumbers(numbers, order);
  const serial = /^(\d{5})(?:\.0*)?$/u.exec(said);
  if (serial !== null)
    return { is: 'day', day: new Date(EPOCH + Number(serial[1]) * 86_400_000).toISOString().slice(0, 10) };
  const counted = /^(?:day|tag|jour|dia|giorno|dag)?\s*#?(\d{1,2})$/iu.exec(said);
  if (counted !== null)
    return firstDay === null ? FIRST_DAY : { is: 'day', day: plusDays(firstDay, Number(counted[1]) - 1) };
  return byMonthName(said, firstDay);
}

/** A day by itself, which may stand as a heading over the rows of that day; "2" alone is no heading. */
export function looksLikeDay(text: string): boolean {
  return !/^\d{1,2}$/u.test(text.trim()) && dayIn(text, null, null) !== null;
}

/** `10:00-10:30`, `9:00 – 9:30 am`, `14 bis 15 Uhr`; null when it is no such range. */
export function rangeOf(text: string): { from: number; to: number } | null {
  const [, first = '', second = ''] =
    /^(.{1,12}?)\s*(?:[-–—]|\bto\b|\buntil\b|\bbis\b)\s*(.{1,12})$/iu.exec(text.trim()) ?? [];
  const to = clockOf(second);
  const half = /[ap]\.?\s?m\.?$/iu.exec(second)?.[0] ?? '';
  const own = clockOf(first);
  const likeSecond = half === '' || /m\.?$/iu.test(first) ? null : clockOf(`${first} ${half}`);
  const from = likeSecond !== null && to !== null && likeSecond <= to ? likeSecond : own;
  return from === null || to === null ? null : { from, to };
}

/**
 * Which of day and month comes first in these cells. One number above 12 says it; else days of an event lie together,
 * and the other order would tear them apart.
 */
export function orderOf(cells: readonly string[]): { order: DateOrder | null; isGuess: boolean } {
  const found = cells.flatMap((cell) => {
    const match = NUMBERS.exec(withoutWeekday(cell.trim()));
    return match === null || cell.includes('.') ? [] : [match];
  });
  if (found.some(([, first]) => Number(first) > 12)) return { order: 'day-first', isGuess: false };
  if (found.some(([, , second]) => Number(second) > 12)) return { order: 'month-first', isGuess: false };
  const span = (order: DateOrder): number => {
    const days = found.flatMap((match) => {
      const day = byNumbers(match, order);
      return day?.is === 'day' ? Date.parse(day.day) / 86_400_000 : [];
    });
    return days.length === 0 ? 0 : Math.max(...days) - Math.min(...days);
  };
  const [dayFirst, monthFirst] = [span('day-first'), span('month-first')];
  if (Math.min(dayFirst, monthFirst) > 14 || Math.max(dayFirst, monthFirst) <= 14)
    return { order: null, isGuess: false };
  return { order: dayFirst < monthFirst ? 'day-first' : 'month-first', isGuess: true };
}

const FIRST_DAY: Day = { is: 'needs', what: 'first-day' };

function dayOrNull(year: number, month: number, day: number): Day {
  const found = dayOf(year, month, day);
  return found === null ? null : { is: 'day', day: found };
}

function byNumbers(match: RegExpExecArray, order: DateOrder | null): Day {
  const [whole, firstText = '', secondText = '', yearText = ''] = match;
  const [first, second] = [Number(firstText), Number(secondText)];
  const year = yearText.length === 2 ? 2000 + Number(yearText) : Number(yearText);
  // With dots it is always the day that comes first.
  const isDayFirst = whole.includes('.') || first > 12 || (second <= 12 && order === 'day-first');
  const isKnown = whole.includes('.') || first > 12 || second > 12 || first === second || order !== null;
  if (!isKnown) return { is: 'needs', what: 'date-order' };
  return isDayFirst ? dayOrNull(year, second, first) : dayOrNull(year, first, second);
}

function byMonthName(said: string, firstDay: string | null): Day {
  const words = said.toLowerCase().match(/\p{L}+|\d+/gu) ?? [];
  const month = words.map((word) => MONTHS().get(plain(word))).find((one) => one !== undefined);
  const numbers = words.filter((word) => /^\d+$/u.test(word)).map(Number);
  const isRest = words.every(
    (word) => /^(?:\d+|st|nd|rd|th|de|of|the|er)$/u.test(word) || MONTHS().has(plain(word)),
  );
  if (!isRest || numbers.length > 2) return null;
  const year = numbers.find((number) => number > 31);
  const day = numbers.find((number) => number <= 31);
  const shortMonth = /^(\d{1,2})\.(\d{1,2})\.?$/u.exec(said);
  if (month === undefined && shortMonth !== null) {
    if (firstDay === null) return FIRST_DAY;
    return dayOrNull(Number(firstDay.slice(0, 4)), Number(shortMonth[2]), Number(shortMonth[1]));
  }
  if (month === undefined || day === undefined) return null;
  if (year !== undefined) return dayOrNull(year, month, day);
  return firstDay === null ? FIRST_DAY : dayOrNull(Number(firstDay.slice(0, 4)), month, day);
}

/** "Friday" is the first one on or after the first day. */
function weekdayOf(text: string, firstDay: string | null): Day {
  const weekday = WEEKDAYS().get(plain(text.replace(/[^\p{L}]/gu, '').toLowerCase()));
  if (weekday === undefined) return null;
  if (firstDay === null) return FIRST_DAY;
  const first = new Date(`${firstDay}T00:00:00Z`).getUTCDay();
  return { is: 'day', day: plusDays(firstDay, (weekday - first + 7) % 7) };
}

function withoutWeekday(text: string): string {
  const [word] = /^\p{L}+/u.exec(text) ?? [];
  if (word === undefined || !WEEKDAYS().has(plain(word.toLowerCase()))) return text;
  return text
    .slice(word.length)
    .replace(/^[\s.,:–-]+/u, '')
    .trim();
}

function plain(word: string): string {
  return word.normalize('NFKD').replace(/\p{M}|\.$/gu, '');
}

const WEEKDAYS = once(() => names('weekday', 7, (at) => new Date(Date.UTC(2023, 0, 1 + at)), 0));
const MONTHS = once(() => names('month', 12, (at) => new Date(Date.UTC(2023, at, 15)), 1));

/** Long and short names in some languages. Making them takes 10 ms, so on use. */
function names(
  part: 'weekday' | 'month',
  count: number,
  dateOf: (at: number) => Date,
  from: number,
): Map<string, number> {
  const found = new Map<string, number>();
  for (const language of LANGUAGES) {
    for (const style of ['long', 'short'] as const) {
      const format = new Intl.DateTimeFormat(language, { [part]: style, timeZone: 'UTC' });
      for (let at = 0; at < count; at++) {
        const name = plain(format.format(dateOf(at)).toLowerCase());
        // What is a month in one language and a day in another ("mar") is left to the first.
        if (!found.has(name)) found.set(name, at + from);
      }
    }
  }
  return found;
}

function once<Value>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => (made ??= make());
}
