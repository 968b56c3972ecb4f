import { PLACE_KEYS, type PlaceKey } from '../../server/protocol/codes.js';

/** `look-1` does what a tap on the look with that place key does, `other-look-1` the other of cut and preview. */
export type LookAction = `look-${PlaceKey}` | `other-look-${PlaceKey}`;

interface Action {
  /** The keys that a new device has for it: strokes as in `stroke.ts`. */
  defaults: readonly [string | null, string | null];
  /** `held` only ever acts by a hold; a `tap` acts as the key goes down, and may stop by a hold as well. */
  how: 'tap' | 'held';
}

const LIVE = {
  go: { defaults: ['Space', 'PageDown'], how: 'tap' },
  take: { defaults: ['Enter', null], how: 'tap' },
  cut: { defaults: ['Shift+Enter', null], how: 'tap' },
  'show-name': { defaults: ['KeyL', null], how: 'tap' },
  'hide-name': { defaults: ['Shift+KeyL', 'PageUp'], how: 'tap' },
  mark: { defaults: ['KeyM', null], how: 'tap' },
  record: { defaults: ['KeyR', null], how: 'tap' },
  pause: { defaults: [null, null], how: 'tap' },
  'save-replay': { defaults: [null, null], how: 'tap' },
  stream: { defaults: ['KeyS', null], how: 'held' },
  safe: { defaults: ['Backspace', null], how: 'held' },
} as const satisfies Record<string, Action>;

/** Everything that a key can do. None of them mutes everything: no single key may. */
export type ActionId = keyof typeof LIVE | LookAction;

export const LIVE_ACTIONS = Object.keys(LIVE) as (keyof typeof LIVE)[];
export const LOOK_ACTIONS: readonly LookAction[] = PLACE_KEYS.map((key) => lookAction(key, 'tap'));
export const OTHER_LOOK_ACTIONS: readonly LookAction[] = PLACE_KEYS.map((key) => lookAction(key, 'other'));
export const ACTION_IDS: readonly ActionId[] = [...LIVE_ACTIONS, ...LOOK_ACTIONS, ...OTHER_LOOK_ACTIONS];

/** The truth that the key map, the key sheet and the buttons share: actions have keys, not keys actions. */
export const ACTIONS: Readonly<Record<ActionId, Action>> = {
  ...LIVE,
  // `fromEntries` forgets which keys it was given; the two lists together are all of `LookAction`.
  ...(Object.fromEntries([
    ...PLACE_KEYS.map((key) => [lookAction(key, 'tap'), digit(`Digit${key}`)]),
    ...PLACE_KEYS.map((key) => [lookAction(key, 'other'), digit(`Shift+Digit${key}`)]),
  ]) as Record<LookAction, Action>),
};

export function lookAction(key: PlaceKey, which: 'tap' | 'other'): LookAction {
  return which === 'tap' ? `look-${key}` : `other-look-${key}`;
}

function digit(stroke: string): Action {
  return { defaults: [stroke, null], how: 'tap' };
}
