import type { ScheduleOptions } from '../../protocol/schedule.js';
import type { Format } from '../format.js';
import type { Found } from '../found.js';
import { ScheduleRefused } from '../refused.js';
import type { Remarks } from '../remarks.js';
import { columnsOf, columnsThatMean } from '../table/columns.js';
import { foundIn } from '../table/found.js';
import { isRegular, separated } from '../table/separated.js';

/** CSV, and what is pasted out of a spreadsheet: a table with headings that are known, or with a column of times. */
export const table: Format<string> = {
  recognises(text) {
    const grid = separated(text);
    if (grid === null) return false;
    const { headingRow, columns } = columnsOf(grid, {});
    return headingRow !== null || (isRegular(grid, text) && columnsThatMean(columns, 'start').length > 0);
  },
  read: readTable,
};

/** Any other text in columns: somebody can say what they mean. */
export const unknownTable: Format<string> = {
  recognises(text) {
    const grid = separated(text);
    return grid !== null && isRegular(grid, text);
  },
  read: readTable,
};

function readTable(text: string, options: ScheduleOptions, remarks: Remarks): Found {
  const grid = separated(text);
  if (grid === null) throw new ScheduleRefused('unknown-format', null, {});
  return foundIn(grid, options, remarks);
}
