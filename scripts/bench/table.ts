import type { Goal, Row, Unit } from './row.js';

const HEAD = ['what', 'measured', 'floor', 'ratio', 'goal', '', 'note'];

/** The rows as text for a terminal. */
export function table(rows: readonly Row[]): string {
  const lines = [HEAD, ...rows.map(cells)];
  const widths = HEAD.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  return lines
    .map((line) =>
      line
        .map((cell, column) =>
          column >= 1 && column <= 3 ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function cells({ what, unit, measured, floor, ratio, goal, verdict, note }: Row): string[] {
  const times = ratio === null ? '–' : `${ratio.toFixed(2)}x`;
  return [what, amount(measured, unit), amount(floor, unit), times, wording(goal, unit), verdict, note];
}

function amount(value: number | null, unit: Unit): string {
  return value === null ? '–' : `${value.toFixed(value < 100 ? 1 : 0)} ${unit}`;
}

function wording({ of, is, limit }: Goal, unit: Unit): string {
  return `${is === 'below' ? '<' : '≤'} ${of === 'ratio' ? `${limit.toFixed(1)}x` : `${limit} ${unit}`}`;
}
