import { ACTION_IDS, type ActionId } from './actions.js';
import type { KeyChanges, Slots } from './keyMap.js';
import { isFree, isStroke } from './stroke.js';

/** What a device keeps of its keys. */
export interface KeptKeys {
  changes: KeyChanges;
  /** This device is used with a presenter clicker. */
  isClicker: boolean;
}

const KEY = 'showfloor.keys';
const BAD = 'showfloor.keys.unreadable';

/** What was kept, and whether something unreadable was set aside. Where storage is forbidden, nothing is. */
export function readKeys(storage: () => Storage): { kept: KeptKeys; wasBad: boolean } {
  const fresh = { changes: {}, isClicker: false };
  try {
    const text = storage().getItem(KEY);
    if (text === null) return { kept: fresh, wasBad: false };
    const kept = parsed(text);
    if (kept !== null) return { kept, wasBad: false };
    storage().setItem(BAD, text);
    storage().removeItem(KEY);
    return { kept: fresh, wasBad: true };
  } catch {
    // A private window: the keys last as long as the page.
    return { kept: fresh, wasBad: false };
  }
}

export function keepKeys(storage: () => Storage, kept: KeptKeys): void {
  try {
    storage().setItem(KEY, JSON.stringify(kept));
  } catch {
    // As above: they hold until the page is closed.
  }
}

/** Null when it is not what `keepKeys` wrote. Actions of another version are left out. */
function parsed(text: string): KeptKeys | null {
  const kept = jsonOf(text);
  if (!isRecord(kept) || typeof kept['isClicker'] !== 'boolean' || !isRecord(kept['changes'])) return null;
  const changes: Partial<Record<ActionId, Slots>> = {};
  const seen = new Set<string>();
  for (const [action, slots] of Object.entries(kept['changes'])) {
    if (!isSlots(slots)) return null;
    const strokes = slots.filter((stroke) => stroke !== null);
    if (strokes.some((stroke) => seen.has(stroke)) || new Set(strokes).size < strokes.length) return null;
    for (const stroke of strokes) seen.add(stroke);
    if (isAction(action)) changes[action] = slots;
  }
  return { changes, isClicker: kept['isClicker'] };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isSlots(value: unknown): value is Slots {
  if (!Array.isArray(value) || value.length !== 2) return false;
  return value.every((it) => it === null || (typeof it === 'string' && isStroke(it) && isFree(it)));
}

function isAction(text: string): text is ActionId {
  return ACTION_IDS.some((action) => action === text);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
