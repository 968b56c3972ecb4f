import type { Hold } from './hold.js';

interface HoldInput {
  hold: Hold;
  /** False: only its key may hold it; fingers tap. */
  byFinger: () => boolean;
  /** A fresh press of the key that stands for this button. */
  isItsKey: (event: KeyboardEvent) => boolean;
}

/** Tells a hold of every finger on the page, of the keys that press its button, and of its own key; the answer ends it. */
export function listenForHold(button: HTMLElement, { hold, byFinger, isItsKey }: HoldInput): () => void {
  const end = new AbortController();
  const early = { signal: end.signal, capture: true };
  const isInside = (event: PointerEvent) => {
    const { left, right, top, bottom } = button.getBoundingClientRect();
    const { clientX: x, clientY: y } = event;
    return x >= left && x <= right && y >= top && y <= bottom;
  };
  const begins = (event: PointerEvent) =>
    byFinger() && event.button === 0 && event.target instanceof Node && button.contains(event.target);
  const interrupt = () => hold.interrupt();

  addEventListener('pointerdown', (event) => hold.press(fingerOf(event), begins(event)), early);
  addEventListener('pointermove', (event) => isInside(event) || hold.leave(fingerOf(event)), early);
  addEventListener('pointerup', (event) => hold.release(fingerOf(event)), early);
  addEventListener('pointercancel', (event) => hold.lose(fingerOf(event)), early);
  addEventListener('blur', interrupt, { signal: end.signal });
  document.addEventListener('visibilitychange', interrupt, early);
  matchMedia('(orientation: portrait)').addEventListener('change', interrupt, early);
  screen.orientation?.addEventListener('change', interrupt, early);

  button.addEventListener('contextmenu', (event) => event.preventDefault(), early);
  button.addEventListener(
    'keydown',
    (event) => byFinger() && isPressKey(event, button) && hold.press(event.code, true),
    early,
  );
  addEventListener('keydown', (event) => isItsKey(event) && hold.press(event.code, true), early);
  addEventListener('keyup', (event) => hold.release(event.code), early);
  button.addEventListener('blur', interrupt, early);
  return () => {
    end.abort();
    hold.interrupt();
  };
}

function fingerOf(event: PointerEvent): string {
  return `pointer ${event.pointerId}`;
}

/** Space is GO wherever the console is in reach, and presses a button only on a sheet. */
function isPressKey({ code, repeat }: KeyboardEvent, button: HTMLElement): boolean {
  if (repeat) return false;
  return (
    code === 'Enter' || code === 'NumpadEnter' || (code === 'Space' && button.closest('dialog') !== null)
  );
}
