import type { Renderer } from '../../server/protocol/slices.js';

/** Who would show a graphic now: OBS itself, only a browser window, or nobody. */
export type OverlayState = 'alive' | 'browser' | 'none';

export function overlayState(renderers: readonly Renderer[]): OverlayState {
  const alive = renderers.filter((renderer) => renderer.kind === 'air' && renderer.alive);
  if (alive.length === 0) return 'none';
  return alive.some((renderer) => renderer.inObs) ? 'alive' : 'browser';
}
