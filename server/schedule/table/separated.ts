import { CsvError, parse } from 'csv-parse/sync';
import { LIMITS } from '../limits.js';
import { ScheduleRefused } from '../refused.js';
import type { Grid, GridRow } from './grid.js';
import { headingsIn } from './headings.js';

const SEPARATORS = ['\t', ';', ',', '|'] as const;
/** Rows by which the separator is found. */
const SAMPLE = 50;

/** A text as a table, by the separator that makes the best one of it; null when none makes columns. */
export function separated(text: string): Grid | null {
  const [, said] = /^sep=(.)\r?\n/iu.exec(text) ?? [];
  // Excel's own line, which says the separator; an empty one keeps the numbers of lines.
  const source = said === undefined ? text : text.replace(/^[^\n]*/u, '');
  const tries = (said === undefined ? SEPARATORS : [said]).map((separator) => {
    const rows = rowsOf(source.slice(0, 200_000), separator, SAMPLE, true);
    return { separator, ...worth(rows) };
  });
  tries.sort((a, b) => b.headings - a.headings || b.share * b.width - a.share * a.width);
  const [best] = tries;
  if (best === undefined || best.width < 2) return null;
  const { separator } = best;
  const rows = rowsOf(source, separator, LIMITS.rows + 1, false);
  if (rows.length > LIMITS.rows) {
    throw new ScheduleRefused('too-many', null, { most: LIMITS.rows, what: 'rows' });
  }
  return { format: separator === '\t' ? 'tsv' : 'csv', sheet: null, sheets: [], separator, rows };
}

/** Most rows of a table have the same number of columns; commas of prose have blanks behind them. */
export function isRegular(grid: Grid, text: string): boolean {
  const { share, width } = worth(grid.rows.slice(0, SAMPLE));
  const isProse =
    grid.separator === ',' && (text.match(/, /gu)?.length ?? 0) > (text.match(/,/gu)?.length ?? 0) / 2;
  return width >= 2 && share >= 0.8 && grid.rows.length >= 2 && !isProse;
}

interface Worth {
  /** The most known headings of one row. */
  headings: number;
  /** The usual number of columns, and how many of the rows have it. */
  width: number;
  share: number;
}

function worth(rows: readonly GridRow[]): Worth {
  const full = rows.filter(({ cells }) => cells.some((cell) => cell !== ''));
  const widths = new Map<number, number>();
  for (const { cells } of full) widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1);
  const [usual] = [...widths].filter(([width]) => width > 1).sort(([, a], [, b]) => b - a);
  return {
    headings: Math.max(0, ...full.slice(0, 20).map(({ cells }) => headingsIn(cells))),
    width: usual?.[0] ?? 1,
    share: full.length === 0 ? 0 : (usual?.[1] ?? 0) / full.length,
  };
}

/** `isSample`: of the beginning of a text, where a quote may well be open at the end. */
function rowsOf(text: string, separator: string, most: number, isSample: boolean): GridRow[] {
  const rows: GridRow[] = [];
  let read = 0;
  try {
    parse(text, {
      delimiter: separator,
      to: most,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      trim: separator !== '\t',
      max_record_size: 1_048_576,
      on_record: (record, { lines }) => {
        read = lines;
        const cells = record.slice(0, LIMITS.columns).map((cell) => cell.trim());
        // The line under Markdown's headings is no row.
        const isRule = cells.every((cell) => /^:?-*:?$/u.test(cell));
        if (!isRule) rows.push({ cells, number: lines - lineBreaksIn(record), sheet: null });
        return null;
      },
    });
    return rows;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // A quote that does not close: the whole text says so later, if it is a table by its first lines.
    if (isSample) {
      return text
        .split('\n', SAMPLE)
        .map((line, at) => ({ cells: line.split(separator), number: at + 1, sheet: null }));
    }
    throw new ScheduleRefused('table-broken', `line ${read + 1}`, {
      problem: /quote/iu.test(error.message)
        ? 'a quotation mark opens here and does not close'
        : error.message,
    });
  }
}

function lineBreaksIn(record: readonly string[]): number {
  return record.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);
}
