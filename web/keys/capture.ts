import type { ActionId } from './actions.js';
import { actionOf, type KeyMap } from './keyMap.js';
import { isFree, strokeOf, type Pressed } from './stroke.js';

/** What comes of a key that is pressed to be given to an action. */
export type Caught =
  | { kind: 'free'; stroke: string }
  /** It is another action's: somebody has to say that it may be taken. */
  | { kind: 'taken'; stroke: string; by: ActionId }
  | { kind: 'refused'; why: 'clicker' | 'map' }
  /** A modifier alone, or the browser's own. */
  | { kind: 'none' };

export function caught(pressed: Pressed, map: KeyMap, action: ActionId): Caught {
  if (pressed.key === '?') return { kind: 'refused', why: 'map' };
  const stroke = strokeOf(pressed);
  if (stroke === null) return { kind: 'none' };
  if (!isFree(stroke)) return { kind: 'refused', why: 'clicker' };
  const by = actionOf(map, stroke);
  return by === null || by === action ? { kind: 'free', stroke } : { kind: 'taken', stroke, by };
}
