/** A page that OBS hides paints no frames; then this time has to do, in ms. */
const HIDDEN_MS = 120;

/** Resolves when what was just changed is on screen, or would be if the page were shown. */
export function painted(): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, HIDDEN_MS);
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        clearTimeout(timer);
        resolve();
      }),
    );
  });
}
