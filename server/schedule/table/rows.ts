import type { ScheduleColumn, ScheduleField, ScheduleOptions } from '../../protocol/schedule.js';
import { BLANK, idOf, type FoundPerson, type FoundSession } from '../found.js';
import { ScheduleNeeds } from '../refused.js';
import type { Remarks } from '../remarks.js';
import { localAt, minutesOf, momentOf, plusDays, type When } from '../times.js';
import { clockIn, peopleIn, startIn } from './cells.js';
import { columnsThatMean, type Columns } from './columns.js';
import { dayIn, looksLikeDay, orderOf, type DateOrder } from './days.js';
import { placeOf, type GridRow } from './grid.js';

/** What rows are read by. */
export interface RowContext {
  columns: Columns;
  options: ScheduleOptions;
  remarks: Remarks;
  /** What is asked is asked with the table, so that a page can show it. */
  about: ScheduleNeeds['about'];
}

/** Rows as sessions. A row with nothing but a day is a heading over those below, and one with nothing but names goes on. */
export function sessionsOf(context: RowContext): FoundSession[] {
  const reader = new RowReader(context);
  return context.columns.rows.flatMap((row) => reader.read(row) ?? []);
}

class RowReader {
  readonly #context: RowContext;
  readonly #order: DateOrder | null;
  #day: string | null;
  #last: FoundSession | null = null;

  constructor(context: RowContext) {
    const { options, columns, remarks } = context;
    this.#context = context;
    this.#day = options.firstDay;
    const at = [...columnsThatMean(columns.columns, 'date'), ...columnsThatMean(columns.columns, 'start')];
    const { order, isGuess } = orderOf(
      columns.rows.flatMap(({ cells }) => at.map((column) => (cells[column] ?? '').split(/\s/u)[0] ?? '')),
    );
    this.#order = options.dateOrder ?? order;
    if (isGuess && options.dateOrder === null && order !== null) {
      remarks.add('dates-guessed', null, { order: order === 'day-first' ? 'day' : 'month' });
    }
  }

  read(row: GridRow): FoundSession | null {
    const { columns, remarks } = this.#context;
    const filled = row.cells.filter((cell) => cell !== '');
    const [only = ''] = filled;
    if (filled.length === 0 || isHeadingAgain(row, columns)) return null;
    if (new Set(filled).size === 1 && looksLikeDay(only)) {
      this.#day = this.#dayIn(only);
      return null;
    }
    const title = this.#cell(row, 'title');
    const start = this.#cell(row, 'start');
    const people = this.#people(row);
    if (title === '' && start === '' && people.length > 0 && this.#last !== null) {
      this.#last.people.push(...people);
      return null;
    }
    if (title === '' && start === '') {
      remarks.add('row-skipped', this.#place(row, null), {});
      return null;
    }
    this.#last = this.#session(row, title, people);
    return this.#last;
  }

  #session(row: GridRow, title: string, people: FoundPerson[]): FoundSession {
    const id = this.#cell(row, 'id');
    const time = this.#timeOf(row);
    return {
      ...BLANK,
      place: this.#place(row, time.badTime === null ? 'title' : 'start'),
      id: id === '' ? null : idOf({ id }),
      title,
      subtitle: this.#cell(row, 'subtitle'),
      type: this.#cell(row, 'type'),
      ...time,
      rooms: [this.#cell(row, 'room')],
      track: this.#cell(row, 'track'),
      language: this.#cell(row, 'language'),
      description: this.#cell(row, 'description'),
      people,
      doNotRecord: yesOrNo(this.#cell(row, 'do-not-record')),
      licence: this.#cell(row, 'licence'),
      url: this.#cell(row, 'url'),
    };
  }

  #timeOf(row: GridRow): Pick<FoundSession, 'start' | 'end' | 'minutes' | 'badTime' | 'day'> {
    const date = this.#cell(row, 'date');
    const ownDay = date === '' ? this.#day : this.#dayIn(date);
    const nothing = { start: null, end: null, minutes: null, badTime: null, day: null };
    const cell = this.#cell(row, 'start');
    const start = startIn(cell);
    if (start.is === 'bad' || (date !== '' && ownDay === null)) {
      return { ...nothing, badTime: start.is === 'bad' ? cell : date };
    }
    if (date !== '') this.#day = ownDay;
    const minutes = minutesOf(this.#cell(row, 'duration'));
    if (start.is === 'none') return { ...nothing, minutes, day: date === '' ? null : ownDay };
    if (start.is === 'full') {
      const day = start.when.is === 'local' ? start.when.local.slice(0, 10) : null;
      return { ...nothing, start: start.when, minutes, end: this.#endOf(row, day, start.when) };
    }
    const day = start.is === 'dated' ? this.#dayIn(start.date) : ownDay;
    if (day === null) {
      if (start.is === 'dated') return { ...nothing, badTime: cell };
      throw this.#needs('first-day', cell);
    }
    const clock = this.#afterMidnight(start.clock, row);
    const end = start.to ?? clockIn(this.#cell(row, 'end'));
    const when = localAt(day, clock);
    return {
      start: when,
      end:
        end === null
          ? this.#endOf(row, day, when)
          : localAt(day, end + (end < start.clock ? 1440 : 0) + clock - start.clock),
      minutes,
      badTime: null,
      day: clock === start.clock ? null : day,
    };
  }

  /** An end that has its own date, or goes by the day of the start. */
  #endOf(row: GridRow, day: string | null, start: When): When | null {
    const cell = this.#cell(row, 'end');
    const end = startIn(cell);
    if (end.is === 'full') return end.when;
    if (end.is === 'dated') {
      const own = this.#dayIn(end.date);
      return own === null ? null : localAt(own, end.clock);
    }
    if (end.is !== 'clock' || day === null) return null;
    const sameDay = localAt(day, end.clock);
    const isBefore = start.is === 'local' && sameDay.is === 'local' && sameDay.local < start.local;
    return isBefore ? localAt(plusDays(day, 1), end.clock) : sameDay;
  }

  /** Only where somebody said at which hour days change: dates in a sheet are those of the calendar. */
  #afterMidnight(clock: number, row: GridRow): number {
    const { options, remarks } = this.#context;
    if (options.dayChange === null || clock >= options.dayChange) return clock;
    remarks.add('after-midnight', this.#place(row, 'start'), {});
    return clock + 1440;
  }

  #dayIn(text: string): string | null {
    const date = /^\d{4}-\d{2}-\d{2}[T ]/u.test(text) && momentOf(text) !== null ? text.slice(0, 10) : text;
    const day = dayIn(date, this.#context.options.firstDay, this.#order);
    if (day?.is === 'needs') throw this.#needs(day.what, text);
    return day === null ? null : day.day;
  }

  #needs(what: 'first-day' | 'date-order', example: string): ScheduleNeeds {
    return new ScheduleNeeds(what, null, { example: example.slice(0, 40) }, this.#context.about);
  }

  /** Titles and organisations of a row are those of the one person in it. */
  #people(row: GridRow): FoundPerson[] {
    const { columns, remarks } = this.#context;
    const cells = columnsThatMean(columns.columns, 'people').map((column) => row.cells[column] ?? '');
    const people = cells.flatMap(peopleIn);
    if (cells.some((cell) => cell.includes(',') && peopleIn(cell).length > 1)) {
      remarks.add('names-split', this.#place(row, 'people'), {});
    }
    const [only] = people;
    if (only === undefined || people.length > 1) return people;
    const cell = (field: ScheduleField): string | null => this.#cell(row, field) || null;
    return [
      {
        ...only,
        title: cell('person-title'),
        organisation: cell('organisation') ?? only.organisation,
        pronouns: cell('pronouns') ?? only.pronouns,
        handle: cell('handle') ?? only.handle,
      },
    ];
  }

  #cell(row: GridRow, field: ScheduleField): string {
    const [column = -1] = columnsThatMean(this.#context.columns.columns, field);
    return row.cells[column] ?? '';
  }

  #place(row: GridRow, field: ScheduleField | null): string {
    const { columns } = this.#context;
    const [column = null] = field === null ? [] : columnsThatMean(columns.columns, field);
    return placeOf(row, column);
  }
}

/** Sheets that were pasted together have their headings again in the middle. */
function isHeadingAgain({ cells }: GridRow, { columns }: { columns: ScheduleColumn[] }): boolean {
  const same = columns.filter(({ heading }, at) => heading !== '' && heading === cells[at]).length;
  return same >= 2 && same === columns.filter(({ heading }) => heading !== '').length;
}

function yesOrNo(text: string): boolean | null {
  if (/^(?:y|yes|x|true|1|ja|oui|si|sí|✓|✔|do not record)$/iu.test(text)) return true;
  return /^(?:n|no|false|0|nein|non|-)$/iu.test(text) ? false : null;
}
