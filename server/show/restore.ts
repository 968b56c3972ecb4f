import type { State } from '../protocol/slices.js';
import type { Changes } from './disk.js';
import { wantedLayers } from './layers.js';
import { partOf } from './store.js';

/**
 * What a start makes of what the last run left: a graphic that renderers had reported on air stays wanted; one that
 * was only asked for, or whose time is up, does not come up late.
 */
export function restore(state: Readonly<Partial<State>>, now: number): Changes {
  const dropped = wantedLayers(state)
    .filter(({ layer, onAir }) => {
      const reported = state[`reported:${layer}`];
      if (onAir === null) return false;
      const wasOn = reported?.instanceId === onAir.instanceId && reported.state === 'on';
      return !wasOn || (onAir.offAt !== null && onAir.offAt <= now);
    })
    .map((wanted) => [`wanted:${wanted.layer}` as const, { ...wanted, onAir: null }] as const);
  return { set: partOf(dropped.map(([key, value]) => [key, value])) };
}
