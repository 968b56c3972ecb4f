import type { Sheets } from '../panel/sheets.svelte.js';
import { keyAct } from './keyMap.js';

const TYPING = 'input:not([type="radio"]), textarea, select, [contenteditable]';

/** Keys do what a tap does, by tapping: so every rule of a button holds for its key. The answer ends it. */
export function listenForKeys(sheets: Sheets): () => void {
  const end = new AbortController();
  const { signal } = end;
  addEventListener('keydown', (event) => press(event, sheets), { signal });
  // A tapped button would swallow the next Space or Enter.
  addEventListener('click', (event) => event.detail > 0 && letGo(event.target), { signal });
  return () => end.abort();
}

/** False while somebody types or a sheet lies over the console, for auto-repeat, and for the browser's own chords. */
export function isForConsole(event: KeyboardEvent): boolean {
  if (event.repeat || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return false;
  return !isTyping(event) && document.querySelector('dialog[open]') === null;
}

function press(event: KeyboardEvent, sheets: Sheets): void {
  const act = keyAct(event);
  if (act === null || isTyping(event)) return;
  if (act.do === 'swallow') event.preventDefault();
  if (act.do === 'escape') sheets.close();
  if (!isForConsole(event)) return;
  if (act.do === 'map') sheets.show({ kind: 'keys' });
  if (act.do === 'tap') document.querySelector<HTMLElement>(`button[data-key="${act.key}"]`)?.click();
}

function isTyping(event: KeyboardEvent): boolean {
  return event.target instanceof Element && event.target.closest(TYPING) !== null;
}

function letGo(target: EventTarget | null): void {
  const button =
    target instanceof Element ? target.closest<HTMLElement>('button, input[type="radio"]') : null;
  button?.blur();
}
