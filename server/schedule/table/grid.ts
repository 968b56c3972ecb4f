/** A table as rows of texts, wherever it comes from. */
export interface Grid {
  format: 'csv' | 'tsv' | 'xlsx';
  sheet: string | null;
  sheets: string[];
  separator: string | null;
  rows: GridRow[];
}

export interface GridRow {
  cells: string[];
  /** Its line in a text, its number in a sheet, from 1. */
  number: number;
  /** Where sheets were put together, which it is of. */
  sheet: string | null;
}

/** Where a cell stands, as spreadsheets say it; in a text by its line and column of the table. */
export function placeOf(row: GridRow, column: number | null): string {
  if (row.sheet === null) {
    return column === null ? `line ${row.number}` : `line ${row.number}, column ${column + 1} of the table`;
  }
  return `sheet “${row.sheet}”, ${column === null ? 'row ' : letters(column)}${row.number}`;
}

/** `A` of 0, `AA` of 26. */
function letters(column: number): string {
  const last = String.fromCodePoint(65 + (column % 26));
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last;
}
