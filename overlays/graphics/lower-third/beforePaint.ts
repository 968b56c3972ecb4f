/** A page that is hidden paints no frames, and not always says so; then this time has to do, in ms. */
const HIDDEN_MS = 120;

/** Resolves right before the next frame is painted; at once where none will be. */
export function beforePaint(): Promise<void> {
  if (document.hidden) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, HIDDEN_MS);
    requestAnimationFrame(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}
