import type { ScheduleOptions, ScheduleTable } from '../../protocol/schedule.js';
import { SESSIONS_ALONE, type Found } from '../found.js';
import { ScheduleNeeds, ScheduleRefused } from '../refused.js';
import type { Remarks } from '../remarks.js';
import { dayOf } from '../times.js';
import { columnsOf, columnsThatMean, type Columns } from './columns.js';
import type { Grid } from './grid.js';
import { sessionsOf } from './rows.js';

/** Rows that are shown of a table. */
const SHOWN = 8;
/** Longest cell that is shown, in UTF-16 units. */
const SHOWN_CELL = 200;

/** A table as a schedule. Without a title and a time nobody can guess the rest: then somebody has to say which they are. */
export function foundIn(grid: Grid, options: ScheduleOptions, remarks: Remarks): Found {
  refuseFirstDay(options.firstDay);
  const columns = columnsOf(grid, options.columns);
  const table = shown(grid, columns);
  const about = { format: grid.format, table };
  const missing = missingOf(columns, options);
  if (missing !== null) throw new ScheduleNeeds('columns', null, { missing }, about);
  return {
    ...SESSIONS_ALONE,
    format: grid.format,
    sessions: sessionsOf({ columns, options, remarks, about }),
    table,
  };
}

function refuseFirstDay(firstDay: string | null): void {
  if (firstDay === null) return;
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(firstDay) ?? [];
  if (dayOf(Number(year), Number(month), Number(day)) === null) {
    throw new ScheduleRefused('bad-date', null, { date: firstDay });
  }
}

/** Who said which column the titles are in may mean a list that has no times yet. */
function missingOf({ columns }: Columns, options: ScheduleOptions): string | null {
  if (columnsThatMean(columns, 'title').length === 0) return 'what is on';
  const hasStart = columnsThatMean(columns, 'start').length > 0 || options.columns.title !== undefined;
  return hasStart ? null : 'when it begins';
}

function shown(grid: Grid, { headingRow, columns, rows }: Columns): ScheduleTable {
  return {
    sheet: grid.sheet,
    sheets: grid.sheets,
    separator: grid.separator,
    headingRow: headingRow?.number ?? null,
    columns,
    rows: rows.slice(0, SHOWN).map(({ cells }) => cells.map((cell) => cell.slice(0, SHOWN_CELL))),
    rowCount: rows.length,
  };
}
