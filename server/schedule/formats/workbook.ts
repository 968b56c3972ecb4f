import { unzipSync } from 'fflate';
import readExcelFile, { type Sheet } from 'read-excel-file/universal';
import type { ScheduleOptions } from '../../protocol/schedule.js';
import type { Format } from '../format.js';
import { LIMITS } from '../limits.js';
import { ScheduleRefused } from '../refused.js';
import { columnsOf, columnsThatMean } from '../table/columns.js';
import { looksLikeDay } from '../table/days.js';
import { foundIn } from '../table/found.js';
import type { Grid } from '../table/grid.js';
import { normalized } from '../table/headings.js';

/** A spreadsheet of Excel, or saved as one by another program. */
export const workbook: Format<Uint8Array> = {
  recognises: () => true,
  async read(bytes, options, remarks) {
    refuseZip(bytes);
    const sheets = await sheetsOf(bytes);
    const grids = sheets.map((sheet) => gridOf(sheet, sheets));
    const filled = grids.filter(({ rows }) => rows.length > 0);
    const chosen = options.sheet === null ? best(filled) : named(grids, options.sheet);
    if (chosen === undefined) throw new ScheduleRefused('empty', null, {});
    const days = options.sheet === null ? sheetsOfDays(filled, chosen) : [];
    if (days.length > 1) return foundIn(together(days, chosen), options, remarks);
    if (options.sheet === null && filled.length > 1) {
      remarks.add('sheet-chosen', null, { sheet: chosen.sheet ?? '' });
    }
    return foundIn(chosen, options, remarks);
  },
};

/** What its directory says is looked at before anything is unpacked: a small file can hold gigabytes of nothing. */
function refuseZip(bytes: Uint8Array): void {
  const names = new Set<string>();
  let unpacked = 0;
  try {
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        names.add(name);
        unpacked += originalSize;
        return false;
      },
    });
  } catch (error) {
    throw broken(error);
  }
  if (unpacked > LIMITS.unpacked) {
    throw new ScheduleRefused('unpacks-too-large', null, { most: LIMITS.unpacked / 1_048_576 });
  }
  if (names.has('content.xml') && names.has('mimetype')) {
    throw new ScheduleRefused('other', null, {
      what: 'a file of LibreOffice',
      instead: 'Save it as .xlsx, or as CSV.',
    });
  }
  if (![...names].some((name) => /^xl\/workbook\d*\.xml$/u.test(name))) {
    throw new ScheduleRefused('other', null, {
      what: names.has('xl/workbook.bin') ? 'a binary spreadsheet (.xlsb)' : 'a zip and no spreadsheet',
      instead: 'Save the spreadsheet as .xlsx, or unpack the zip and choose what is in it.',
    });
  }
}

async function sheetsOf(bytes: Uint8Array): Promise<Sheet[]> {
  try {
    // A copy: the parser takes whole buffers, and these bytes may be a part of one.
    return await readExcelFile(new Uint8Array(bytes).buffer);
  } catch (error) {
    throw broken(error);
  }
}

function broken(error: unknown): ScheduleRefused {
  const problem = error instanceof Error && error.message !== '' ? error.message : 'it is damaged';
  return new ScheduleRefused('sheet-broken', null, { problem });
}

function gridOf({ sheet, data }: Sheet, all: readonly Sheet[]): Grid {
  if (data.length > LIMITS.rows) {
    throw new ScheduleRefused('too-many', `sheet “${sheet}”`, { most: LIMITS.rows, what: 'rows' });
  }
  const rows = data
    .map((row, at) => ({ cells: row.slice(0, LIMITS.columns).map(textOf), number: at + 1, sheet }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  return { format: 'xlsx', sheet, sheets: all.map((one) => one.sheet), separator: null, rows };
}

/** Cells have no zone: the parser gives a date as if it were in UTC. A time alone is one of the year in which Excel begins. */
function textOf(value: Sheet['data'][number][number]): string {
  if (!(value instanceof Date)) return value === null ? '' : String(value).trim();
  if (Number.isNaN(value.getTime())) return '';
  const rounded = new Date(Math.round(value.getTime() / 1000) * 1000).toISOString();
  const [day, time] = [rounded.slice(0, 10), rounded.slice(11, 16)];
  if (day < '1900-01-02') return time;
  return time === '00:00' ? day : `${day} ${time}`;
}

/** The sheet that is most like a schedule, the first of equals. */
function best(grids: readonly Grid[]): Grid | undefined {
  const worth = (grid: Grid): number => {
    const { headingRow, columns } = columnsOf(grid, {});
    const has = (field: 'title' | 'start'): number => (columnsThatMean(columns, field).length > 0 ? 1 : 0);
    return has('title') + has('start') + (headingRow === null ? 0 : 1);
  };
  return grids.toSorted((a, b) => worth(b) - worth(a))[0];
}

/** A sheet a day, "Friday" and "Saturday", all with the same headings. */
function sheetsOfDays(grids: readonly Grid[], chosen: Grid): Grid[] {
  const headings = (grid: Grid): string | undefined =>
    columnsOf(grid, {}).headingRow?.cells.map(normalized).join('|');
  const wanted = headings(chosen);
  if (wanted === undefined) return [];
  return grids.filter((grid) => looksLikeDay(grid.sheet ?? '') && headings(grid) === wanted);
}

/** One below the other, each under its day. */
function together(days: readonly Grid[], chosen: Grid): Grid {
  const heading = columnsOf(chosen, {}).headingRow;
  const rows = days.flatMap((grid) => [
    { cells: [grid.sheet ?? ''], number: 1, sheet: grid.sheet },
    ...columnsOf(grid, {}).rows,
  ]);
  const sheet = days.map((grid) => grid.sheet).join(', ');
  return { ...chosen, sheet, rows: heading === null ? rows : [heading, ...rows] };
}

function named(grids: readonly Grid[], sheet: NonNullable<ScheduleOptions['sheet']>): Grid {
  const found = grids.find((grid) => grid.sheet?.trim().toLowerCase() === sheet.trim().toLowerCase());
  if (found === undefined) {
    const sheets = grids.map((grid) => grid.sheet ?? '').join(', ');
    throw new ScheduleRefused('bad-sheet', null, { sheet, sheets });
  }
  return found;
}
