import type { Format, Sources } from './format.js';
import { calendar } from './formats/calendar.js';
import { frabJson } from './formats/frabJson.js';
import { lines } from './formats/lines.js';
import { pyconUs } from './formats/pyconUs.js';
import { scheduleJson2 } from './formats/scheduleJson2.js';
import { scheduleXml } from './formats/scheduleXml.js';
import { sessionize, sessionizeGrid } from './formats/sessionize.js';
import { table, unknownTable } from './formats/table.js';
import { workbook } from './formats/workbook.js';

/** Every format that is known, by what kind of file it is in; the first that recognises it reads it. */
export const FORMATS: { [Kind in keyof Sources]: readonly Format<Sources[Kind]>[] } = {
  json: [scheduleJson2, frabJson, sessionize, sessionizeGrid, pyconUs],
  xml: [scheduleXml],
  text: [calendar, table, lines, unknownTable],
  workbook: [workbook],
};
