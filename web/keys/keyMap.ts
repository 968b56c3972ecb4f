import { ACTION_IDS, ACTIONS, type ActionId } from './actions.js';

/** Two keys an action at most: one on the keyboard, one on a clicker, pedal or macro pad. */
export type Slots = readonly [string | null, string | null];
export type Slot = 0 | 1;
/** What each action's keys are. No stroke stands in it twice. */
export type KeyMap = Readonly<Record<ActionId, Slots>>;
/** Where a device differs from the defaults: so a later version may bring new actions. */
export type KeyChanges = Readonly<Partial<Record<ActionId, Slots>>>;

export function actionOf(map: KeyMap, stroke: string): ActionId | null {
  return ACTION_IDS.find((action) => map[action].includes(stroke)) ?? null;
}

/** The map with this stroke (null: none) in that slot. Whoever had the stroke loses it. */
export function assigned(map: KeyMap, action: ActionId, slot: Slot, stroke: string | null): KeyMap {
  const freed = stroke === null ? map : without(map, new Set([stroke]));
  const [first, second] = freed[action];
  const slots: Slots = slot === 0 ? [stroke, second] : [first, stroke];
  return { ...freed, [action]: slots };
}

/** The defaults with the changes: a default that a change took for another action is gone. */
export function mapOf(changes: KeyChanges): KeyMap {
  const taken = new Set(Object.values(changes).flatMap((slots) => slots.filter((stroke) => stroke !== null)));
  return { ...without(defaults(), taken), ...changes };
}

export function changesOf(map: KeyMap): KeyChanges {
  const differs = (action: ActionId) =>
    map[action].some((stroke, at) => stroke !== ACTIONS[action].defaults[at]);
  return Object.fromEntries(ACTION_IDS.filter(differs).map((action) => [action, map[action]]));
}

function defaults(): KeyMap {
  // Every id has a line: `fromEntries` forgets it.
  return Object.fromEntries(ACTION_IDS.map((action) => [action, ACTIONS[action].defaults])) as KeyMap;
}

function without(map: KeyMap, strokes: ReadonlySet<string>): KeyMap {
  const left = (stroke: string | null) => (stroke !== null && strokes.has(stroke) ? null : stroke);
  const slotsOf = ([first, second]: Slots): Slots => [left(first), left(second)];
  // As above.
  return Object.fromEntries(ACTION_IDS.map((action) => [action, slotsOf(map[action])])) as KeyMap;
}
