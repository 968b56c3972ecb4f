/** The part of a KeyboardEvent that names a stroke. */
export interface Pressed {
  code: string;
  key: string;
  shiftKey: boolean;
}

/** What presenter clickers send beside forward and back: a reload on stage would be one of them. */
export const SWALLOWED: ReadonlySet<string> = new Set(['F5', 'Escape', 'Period', 'KeyB']);
/** What clickers send for forward and back. */
export const CLICKER: ReadonlySet<string> = new Set([
  'PageDown',
  'PageUp',
  'ArrowRight',
  'ArrowLeft',
  'ArrowDown',
  'ArrowUp',
]);

const MODIFIER = /^(?:Shift|Control|Alt|Meta|OS|CapsLock|NumLock|Fn)/u;
/** The browser's own, or without a name. */
const FOREIGN = new Set(['', 'Tab', 'F11', 'F12', 'Unidentified']);
const SHAPE = /^(?:Shift\+)?[A-Z][A-Za-z0-9]{0,30}$/u;

/**
 * A place on the keyboard (`code`), so that layouts do not matter, with `Shift+` before it. Both rows of digits are one,
 * and both Enters. Null for a modifier alone, and for the number pad while it is arrows.
 */
export function strokeOf({ code, key, shiftKey }: Pressed): string | null {
  if (MODIFIER.test(code) || FOREIGN.has(code)) return null;
  const digit = /^Numpad(\d)$/u.exec(code)?.[1];
  if (digit !== undefined && key.length > 1) return null;
  const place = digit === undefined ? code.replace(/^NumpadEnter$/u, 'Enter') : `Digit${digit}`;
  return shiftKey ? `Shift+${place}` : place;
}

/** False for what can have no action: clickers send it, or it shows the key map, which is always there. */
export function isFree(stroke: string): boolean {
  return !SWALLOWED.has(placeOf(stroke));
}

export function isStroke(text: string): boolean {
  return SHAPE.test(text);
}

/** The place alone, without Shift. */
export function placeOf(stroke: string): string {
  return stroke.replace(/^Shift\+/u, '');
}

const SHORT: Readonly<Record<string, string>> = {
  PageDown: 'PgDn',
  PageUp: 'PgUp',
  Backspace: '⌫',
  ArrowRight: '→',
  ArrowLeft: '←',
  ArrowDown: '↓',
  ArrowUp: '↑',
};

/** As a key cap has it: `R`, `⇧ L`, `PgDn`. */
export function capOf(stroke: string): string {
  const place = placeOf(stroke);
  const name = SHORT[place] ?? nameOf(place);
  return stroke === place ? name : `⇧ ${name}`;
}

/** As `aria-keyshortcuts` has it: `R`, `Shift+L`. */
export function shortcutOf(stroke: string): string {
  const place = placeOf(stroke);
  return stroke === place ? nameOf(place) : `Shift+${nameOf(place)}`;
}

function nameOf(place: string): string {
  return place.replace(/^(?:Key|Digit)(?=.$)/u, '');
}
