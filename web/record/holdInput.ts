import { isForConsole } from '../keys/keyboard.js';
import type { Hold } from './hold.js';

/** Tells a hold of every finger on the page, of Enter and Space on its button, and of its key; the answer ends it. */
export function listenForHold(button: HTMLElement, hold: Hold, key: string): () => void {
  const end = new AbortController();
  const early = { signal: end.signal, capture: true };
  const isInside = (event: PointerEvent) => {
    const { left, right, top, bottom } = button.getBoundingClientRect();
    const { clientX: x, clientY: y } = event;
    return x >= left && x <= right && y >= top && y <= bottom;
  };
  const interrupt = () => hold.interrupt();

  addEventListener(
    'pointerdown',
    (event) =>
      hold.press(
        fingerOf(event),
        event.button === 0 && event.target instanceof Node && button.contains(event.target),
      ),
    early,
  );
  addEventListener('pointermove', (event) => isInside(event) || hold.leave(fingerOf(event)), early);
  addEventListener('pointerup', (event) => hold.release(fingerOf(event)), early);
  addEventListener('pointercancel', interrupt, early);
  addEventListener('blur', interrupt, { signal: end.signal });
  document.addEventListener('visibilitychange', interrupt, early);
  matchMedia('(orientation: portrait)').addEventListener('change', interrupt, early);
  screen.orientation?.addEventListener('change', interrupt, early);

  button.addEventListener('contextmenu', (event) => event.preventDefault(), early);
  button.addEventListener(
    'keydown',
    (event) => isPressKey(event) && !event.repeat && hold.press(event.code, true),
    early,
  );
  addEventListener(
    'keydown',
    (event) => isForConsole(event) && event.code === key && hold.press(key, true),
    early,
  );
  addEventListener('keyup', (event) => hold.release(event.code), early);
  button.addEventListener('blur', interrupt, early);
  return () => end.abort();
}

function fingerOf(event: PointerEvent): string {
  return `pointer ${event.pointerId}`;
}

function isPressKey(event: KeyboardEvent): boolean {
  return event.code === 'Enter' || event.code === 'Space';
}
