import type {
  ColumnConfidence,
  ScheduleColumn,
  ScheduleField,
  ScheduleOptions,
} from '../../protocol/schedule.js';
import { isName, splitNames } from '../names.js';
import { ScheduleRefused } from '../refused.js';
import { clockOf } from '../times.js';
import { looksLikeDay, rangeOf } from './days.js';
import type { Grid, GridRow } from './grid.js';
import { meaningOf, normalized } from './headings.js';

/** A table with its headings found and its columns understood. */
export interface Columns {
  headingRow: GridRow | null;
  columns: ScheduleColumn[];
  /** Rows below the headings. */
  rows: GridRow[];
}

/** Titles and notes may stand above the headings. */
const ABOVE = 20;
/** Rows by which contents are judged. */
const SAMPLE = 60;

export function columnsOf(grid: Grid, told: ScheduleOptions['columns']): Columns {
  const headingRow = headingRowOf(grid.rows, told);
  const at = headingRow === null ? -1 : grid.rows.indexOf(headingRow);
  const rows = grid.rows.slice(at + 1);
  const width = Math.max(0, ...grid.rows.slice(0, SAMPLE).map(({ cells }) => cells.length));
  const columns = Array.from({ length: width }, (_, column): ScheduleColumn => {
    return { heading: headingRow?.cells[column] ?? '', means: null, confidence: null };
  });
  assignTold(columns, told);
  assignByHeading(columns);
  assignByContents(columns, rows.slice(0, SAMPLE));
  return { headingRow, columns, rows };
}

export function columnsThatMean(columns: readonly ScheduleColumn[], field: ScheduleField): number[] {
  return columns.flatMap(({ means }, at) => (means === field ? at : []));
}

function headingRowOf(rows: readonly GridRow[], told: ScheduleOptions['columns']): GridRow | null {
  const wanted = new Set(Object.values(told).map(normalized));
  const scored = rows.slice(0, ABOVE).map((row) => {
    const known = row.cells.filter((cell) => meaningOf(cell) !== null).length;
    const named = row.cells.filter((cell) => cell !== '' && wanted.has(normalized(cell))).length;
    const isData = row.cells.some((cell) => clockOf(cell) !== null || rangeOf(cell) !== null);
    return { row, score: isData ? 0 : known + named * 2 };
  });
  const best = Math.max(0, ...scored.map(({ score }) => score));
  return best < 2 ? null : (scored.find(({ score }) => score === best)?.row ?? null);
}

/** By its heading, or by its number from 1. */
function assignTold(columns: ScheduleColumn[], told: ScheduleOptions['columns']): void {
  for (const [field, by] of Object.entries(told) as [ScheduleField, string][]) {
    const byHeading = columns.findIndex(
      ({ heading }) => heading !== '' && normalized(heading) === normalized(by),
    );
    const at = byHeading === -1 && /^\d+$/u.test(by) ? Number(by) - 1 : byHeading;
    if (columns[at] === undefined) {
      const headings = columns.map(({ heading }, number) => heading || String(number + 1)).join(', ');
      throw new ScheduleRefused('bad-column', null, { column: by, headings });
    }
    assign(columns, at, field, 'told');
  }
}

function assignByHeading(columns: ScheduleColumn[]): void {
  const meanings = columns.map(({ heading, means }) => (means === null ? meaningOf(heading) : null));
  for (const confidence of ['certain', 'likely'] as const) {
    for (const [at, meaning] of meanings.entries()) {
      if (meaning?.confidence === confidence) assign(columns, at, meaning.field, confidence);
    }
  }
  assignTitles(columns);
}

/**
 * "Title" is the talk's, or beside "Talk" the person's; "Name" is the talk's where nothing else is, and else the
 * person's.
 */
function assignTitles(columns: ScheduleColumn[]): void {
  const spare = (word: string): number =>
    columns.findIndex(({ heading, means }) => means === null && normalized(heading) === word);
  const named = columns.findIndex(
    ({ heading, means }) => means === 'title' && normalized(heading) === 'title',
  );
  const other = columns.findIndex(
    ({ heading, means }, at) => at !== named && means === null && meaningOf(heading)?.field === 'title',
  );
  if (named !== -1 && other !== -1) {
    assign(columns, named, 'person-title', 'likely');
    assign(columns, other, 'title', 'certain');
  } else if (spare('title') !== -1) assign(columns, spare('title'), 'person-title', 'likely');
  const hasTitle = columnsThatMean(columns, 'title').length > 0;
  if (spare('name') === -1) return;
  if (!hasTitle) assign(columns, spare('name'), 'title', 'likely');
  else if (columnsThatMean(columns, 'people').length === 0)
    assign(columns, spare('name'), 'people', 'likely');
}

/** What no heading says: times, days, titles, names and rooms look each like themselves. */
function assignByContents(columns: ScheduleColumn[], rows: readonly GridRow[]): void {
  const cellsOf = (at: number): string[] =>
    rows.map(({ cells }) => cells[at] ?? '').filter((cell) => cell !== '');
  const mostly = (at: number, is: (cell: string) => boolean): boolean => {
    const cells = cellsOf(at);
    return cells.length > 0 && cells.filter(is).length >= cells.length * 0.6;
  };
  const guess = (field: ScheduleField, fits: (at: number) => boolean): void => {
    if (columnsThatMean(columns, field).length > 0) return;
    const at = columns.findIndex(({ means, heading }, number) => {
      return means === null && (heading === '' || field !== 'room') && fits(number);
    });
    if (at !== -1) assign(columns, at, field, 'guess');
  };
  const isTime = (cell: string): boolean => clockOf(cell) !== null || rangeOf(cell) !== null;
  guess('start', (at) => mostly(at, isTime) || mostly(at, (cell) => /\d[T ]\d{1,2}:\d{2}/u.test(cell)));
  guess('end', (at) => mostly(at, (cell) => clockOf(cell) !== null));
  guess('date', (at) => mostly(at, looksLikeDay));
  if (columns.some(({ heading }) => heading !== '')) return;
  guess('people', (at) => mostly(at, (cell) => splitNames(cell).every(isName)));
  const length = (at: number): number => cellsOf(at).reduce((sum, cell) => sum + cell.length, 0);
  const free = columns.flatMap(({ means }, at) => (means === null && length(at) > 0 ? at : []));
  const longest = free.toSorted((a, b) => length(b) - length(a))[0];
  guess('title', (at) => at === longest && mostly(at, (cell) => /\p{L}/u.test(cell)));
  guess('room', (at) => new Set(cellsOf(at)).size <= cellsOf(at).length / 2);
}

/** One column a meaning, but for people: "Speaker 1", "Speaker 2". */
function assign(
  columns: ScheduleColumn[],
  at: number,
  field: ScheduleField,
  confidence: ColumnConfidence,
): void {
  const column = columns[at];
  if (column === undefined || column.confidence === 'told') return;
  const isTaken = columns.some(({ means }, other) => other !== at && means === field);
  if (isTaken && field !== 'people') return;
  columns[at] = { ...column, means: field, confidence };
}
