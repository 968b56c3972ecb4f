import type { ActionId } from './actions.js';
import { actionOf, type KeyMap } from './keyMap.js';
import { CLICKER, placeOf, strokeOf, SWALLOWED, type Pressed } from './stroke.js';

/** Where the key went: `control` is a button or link that got the focus by Tab. */
export type Where = 'console' | 'control' | 'sheet' | 'typing';

/** What a key does. Null: not ours, the browser may have it. */
export type KeyAct = { do: ActionId | 'map' | 'escape' | 'nothing' } | null;

/** For a device with a keyboard: the console's keys, which a sheet and a field have for themselves. */
export function keyAct(pressed: Pressed, map: KeyMap, where: Where): KeyAct {
  const { code, key } = pressed;
  // Not even while typing: the draft would be lost with the page.
  if (code === 'F5') return { do: 'nothing' };
  if (where === 'typing') return null;
  if (code === 'Escape') return { do: 'escape' };
  if (where === 'sheet') return null;
  if (key === '?') return { do: 'map' };
  if (SWALLOWED.has(code)) return { do: 'nothing' };
  const stroke = strokeOf(pressed);
  // A button that has the focus by Tab is pressed by Enter; by Space never, that is GO.
  if (stroke === null || (where === 'control' && stroke === 'Enter')) return null;
  const action = actionOf(map, stroke);
  return action === null ? null : { do: action };
}

/**
 * For a device with a presenter clicker: forward and back act wherever the page is, over sheets too, and whatever else
 * comes is swallowed. Only what somebody types into a field is not the clicker's.
 */
export function clickerAct(pressed: Pressed, map: KeyMap, where: Where): KeyAct {
  const stroke = strokeOf(pressed);
  const isPage = pressed.code === 'PageDown' || pressed.code === 'PageUp';
  if (where === 'typing' && !isPage && pressed.code !== 'F5' && pressed.code !== 'Escape') return null;
  if (stroke === null || !CLICKER.has(placeOf(stroke))) return { do: 'nothing' };
  return { do: actionOf(map, stroke) ?? 'nothing' };
}
