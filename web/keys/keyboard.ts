import type { Sheets } from '../panel/sheets.svelte.js';
import { ACTIONS, type ActionId } from './actions.js';
import { clickerAct, keyAct, type KeyAct, type Where } from './keyAct.js';
import type { Keys } from './keys.svelte.js';

const TYPING =
  'input:not([type="radio"], [type="checkbox"], [type="range"]), textarea, select, [contenteditable]';
const LETS_GO = 'button, input[type="radio"], input[type="checkbox"], input[type="range"]';
/** The touch lock lies over the console too, and keys act through it. */
const SHEET = 'dialog[open]:not(.touch-lock)';
const LOCK = 'dialog[open].touch-lock';

/** Keys do what a tap does, by tapping: so every rule of a button holds for its key. The answer ends it. */
export function listenForKeys(keys: Keys, sheets: Sheets): () => void {
  const end = new AbortController();
  const { signal } = end;
  addEventListener('keydown', (event) => press(event, keys, sheets), { signal });
  // A tapped button would swallow the next Space or Enter.
  addEventListener('click', (event) => event.detail > 0 && letGo(event.target), { signal });
  return () => end.abort();
}

/** The action that this key, freshly pressed, has here and now: null while somebody types, and for auto-repeat. */
export function actionFor(event: KeyboardEvent, keys: Keys): ActionId | null {
  const act = event.repeat ? null : actOf(event, keys);
  return act === null || act.do === 'map' || act.do === 'escape' || act.do === 'nothing' ? null : act.do;
}

function press(event: KeyboardEvent, keys: Keys, sheets: Sheets): void {
  const act = actOf(event, keys);
  if (act === null) return ignoreHeldEnter(event);
  const isLocked = document.querySelector(LOCK) !== null;
  // What is ours never scrolls, reloads, or presses what has the focus; not by auto-repeat either.
  if (act.do !== 'escape' || isLocked) event.preventDefault();
  if (event.repeat || act.do === 'nothing') return;
  if (act.do === 'escape') return isLocked ? undefined : sheets.close();
  if (act.do === 'map') return isLocked ? undefined : sheets.show({ kind: 'keys' });
  if (ACTIONS[act.do].how === 'tap') buttonOf(act.do)?.click();
}

function buttonOf(action: ActionId): HTMLElement | null {
  return document.querySelector<HTMLElement>(`button[data-action~="${action}"]`);
}

function actOf(event: KeyboardEvent, keys: Keys): KeyAct {
  // The browser's own chords, and a word in the making.
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return null;
  return (keys.isClicker ? clickerAct : keyAct)(event, keys.map, whereOf(event.target));
}

function whereOf(target: EventTarget | null): Where {
  const element = target instanceof Element ? target : null;
  if (element?.closest(TYPING) != null) return 'typing';
  if (document.querySelector(SHEET) !== null) return 'sheet';
  return element?.closest('button, a[href], summary') == null ? 'console' : 'control';
}

/** Held, Enter would press what has the focus, or send a form, again and again. */
function ignoreHeldEnter(event: KeyboardEvent): void {
  if (event.repeat && (event.code === 'Enter' || event.code === 'NumpadEnter')) event.preventDefault();
}

function letGo(target: EventTarget | null): void {
  if (target instanceof Element) target.closest<HTMLElement>(LETS_GO)?.blur();
}
