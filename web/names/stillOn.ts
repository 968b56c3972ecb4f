import { LAYERS, STICKY_LAYERS } from '../../server/protocol/codes.js';
import type { State } from '../../server/protocol/slices.js';

/** What was taken off and is to be seen all the same, by the renderers' word. */
export interface StillOn {
  count: number;
  /** False: none of them is waited for any more; no renderer answers. */
  isGoing: boolean;
}

/** Null: what "all off" takes off is off. */
export function stillOn(state: Readonly<Partial<State>>): StillOn | null {
  const stuck = LAYERS.filter((layer) => !STICKY_LAYERS.includes(layer)).filter((layer) => {
    const isSeen = ['on', 'loading'].includes(state[`reported:${layer}`]?.state ?? 'out');
    return isSeen && (state[`wanted:${layer}`]?.onAir ?? null) === null;
  });
  if (stuck.length === 0) return null;
  const isGoing = stuck.some((layer) => state.pending?.some(({ target }) => target === `layer:${layer}`));
  return { count: stuck.length, isGoing };
}
