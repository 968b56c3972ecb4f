import { share } from './share.js';
import type { Plate, Strap } from './strap.js';

/** How large a text may be and how it may wrap; `anywhere` also breaks inside a word. */
interface Setting {
  size: number;
  lines: number;
  anywhere?: true;
}

/** How wide a plate would be for one line of its name, and of what stands under it, in px. */
interface Need {
  name: number;
  detail: number;
}

/** Title-safe width: 1920 less 5 % on each side. */
const ROOM = 1728;
const GAP = 24;
/** Bar, and space beside the texts, in px. As in the style sheet. */
const BESIDE = 10 + 26 + 30;
const NARROWEST = 260;
/** A title does not make a plate wider than this, in px: it wraps instead. */
const WIDEST_FOR_DETAIL = 1040;

/** First smaller, then a second line, then smaller still; breaking a word or a third line only where all else fails. */
const NAMES: readonly Setting[] = [
  ...[56, 52, 48, 44, 40, 36].map((size) => ({ size, lines: 1 })),
  ...[44, 40, 36, 33].map((size) => ({ size, lines: 2 })),
  ...lastResorts([40, 36, 33], 2),
  ...lastResorts([33, 30, 27], 3),
  ...lastResorts([27, 24], 4),
  ...lastResorts([24, 22], 6),
  ...lastResorts([20, 16, 12], 9),
];
const DETAILS: readonly Setting[] = [
  ...[28, 26].map((size) => ({ size, lines: 1 })),
  ...[26, 24].map((size) => ({ size, lines: 2 })),
  ...lastResorts([24, 22], 3),
  ...lastResorts([22, 20], 4),
  ...lastResorts([20, 18], 6),
  ...lastResorts([16, 12], 12),
];
/** A title is at most so large beside its name, and needs not be smaller than the least, in px. */
const SMALLEST = { size: 12 };
const DETAIL_OF_NAME = 0.78;
const LEAST_DETAIL = 20;

/**
 * Sizes and wraps all texts so that none is clipped or leaves its plate, and no plate leaves the title-safe area. Most
 * have room on one line as large as they get: those are measured once, and nothing else makes the browser lay them out.
 */
export function fit({ row, plates }: Strap): void {
  for (const { name } of plates) name.style.paddingTop = '0';
  apply(row, 'name', NAMES[0]);
  apply(row, 'detail', DETAILS[0]);
  const needs = natural(row, plates);
  const details = needs.map(({ detail }) => Math.min(detail, WIDEST_FOR_DETAIL));
  const widths = widen(plates, needs, details);
  const isRoomy = needs.every(({ name, detail }, at) => Math.max(name, detail) <= (widths[at] ?? 0));
  if (!isRoomy) shrink(row, plates, details);
  if (plates.length > 1) align(plates);
}

/** Smaller, and on more lines, until everything holds. */
function shrink(row: HTMLElement, plates: Plate[], details: number[]): void {
  const chosen = NAMES.find((setting) => {
    apply(row, 'name', setting);
    widen(plates, natural(row, plates), details);
    return plates.every(({ name }) => holds(name, setting));
  });
  const largest = Math.max(LEAST_DETAIL, (chosen ?? SMALLEST).size * DETAIL_OF_NAME);
  DETAILS.filter(({ size }) => size <= largest).find((setting) => {
    apply(row, 'detail', setting);
    return plates.every(({ detail }) => holds(detail, setting));
  });
}

function lastResorts(sizes: number[], lines: number): Setting[] {
  return sizes.map((size) => ({ size, lines, anywhere: true }));
}

/** Gives all plates their widths, and answers them. */
function widen(plates: Plate[], needs: readonly Need[], details: number[]): number[] {
  const room = ROOM - GAP * (plates.length - 1);
  const names = needs.map(({ name }) => name);
  const widths = divide(names, details, room);
  plates.forEach(({ box }, at) => (box.style.width = `${widths[at] ?? NARROWEST}px`));
  return widths;
}

/** Names get what they need first; what is left over makes titles fit on one line. */
function divide(names: number[], details: number[], room: number): number[] {
  const widths = share(
    names.map((width) => Math.max(width, NARROWEST)),
    room,
  );
  const left = room - widths.reduce((sum, width) => sum + width, 0);
  const more = share(
    details.map((width, at) => Math.max(0, width - (widths[at] ?? 0))),
    left,
  );
  return widths.map((width, at) => Math.floor(width + (more[at] ?? 0)));
}

/** Widths that plates would have if one line of each had all the room in the world. */
function natural(row: HTMLElement, plates: Plate[]): Need[] {
  row.dataset['measuring'] = '';
  const scale = scaleOf(row);
  const widthOf = (line: HTMLElement) => Math.ceil(line.getBoundingClientRect().width / scale) + 1 + BESIDE;
  const needs = plates.map(({ name, detail }) => ({ name: widthOf(name), detail: widthOf(detail) }));
  delete row.dataset['measuring'];
  return needs;
}

/** What a renderer scales the picture by: boxes are measured on screen, sizes set before scaling. */
function scaleOf(row: HTMLElement): number {
  return row.getBoundingClientRect().width / row.offsetWidth || 1;
}

function apply(row: HTMLElement, line: 'name' | 'detail', setting: Setting | undefined): void {
  if (setting === undefined) return;
  row.style.setProperty(`--${line}-size`, `${setting.size}px`);
  row.style.setProperty(`--${line}-wrap`, setting.anywhere === true ? 'anywhere' : 'normal');
}

function holds(line: HTMLElement, setting: Setting): boolean {
  const lineHeight = parseFloat(getComputedStyle(line).lineHeight);
  return line.scrollWidth <= line.clientWidth && line.offsetHeight <= lineHeight * (setting.lines + 0.5);
}

/** The last lines of all names stand side by side and the titles under them, whoever needed two lines. */
function align(plates: Plate[]): void {
  const heights = plates.map(({ name }) => name.offsetHeight);
  const tallest = Math.max(...heights);
  plates.forEach(({ name }, at) => (name.style.paddingTop = `${tallest - (heights[at] ?? tallest)}px`));
}
