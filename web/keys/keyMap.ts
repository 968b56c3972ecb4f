/** What a key does: tap the button that carries this `data-key`, something of the console itself, or nothing at all. */
export type KeyAct = { do: 'tap'; key: string } | { do: 'map' } | { do: 'escape' } | { do: 'swallow' };

/** The part of a KeyboardEvent that decides. */
export interface Stroke {
  code: string;
  key: string;
  shiftKey: boolean;
}

/** What presenter clickers send beside the two that will mean something: a reload on stage would be one of them. */
const CLICKER = new Set(['PageUp', 'PageDown', 'F5', 'Period', 'KeyB']);

/** Null: not ours, the browser may have it. By place on the keyboard (`code`), so that layouts do not matter. */
export function keyAct({ code, key, shiftKey }: Stroke): KeyAct | null {
  if (key === '?') return { do: 'map' };
  if (code === 'Escape') return { do: 'escape' };
  if (CLICKER.has(code)) return { do: 'swallow' };
  if (code === 'KeyL') return { do: 'tap', key: shiftKey ? 'Shift+KeyL' : 'KeyL' };
  if (shiftKey) return null;
  const digit = /^(?:Digit|Numpad)(\d)$/u.exec(code)?.[1];
  if (digit !== undefined) return { do: 'tap', key: `Digit${digit}` };
  return code === 'KeyR' ? { do: 'tap', key: 'KeyR' } : null;
}
