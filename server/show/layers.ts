import { LAYERS, type Layer } from '../protocol/codes.js';
import type { State, Wanted } from '../protocol/slices.js';

/** What should be on a layer; an untouched layer is empty. */
export function wantedOn(state: Readonly<Partial<State>>, layer: Layer): Wanted {
  return state[`wanted:${layer}`] ?? { layer, onAir: null, armed: null, leaving: null };
}

/** Every layer, back to front. */
export function wantedLayers(state: Readonly<Partial<State>>): Wanted[] {
  return LAYERS.map((layer) => wantedOn(state, layer));
}

/** The instance that renderers say is to be seen on a layer, be it wanted or not; null when none is. */
export function seenOn(state: Readonly<Partial<State>>, layer: Layer): string | null {
  const reported = state[`reported:${layer}`];
  return reported?.state === 'on' || reported?.state === 'loading' ? reported.instanceId : null;
}

/** What is leaving a layer when `onAir` is taken off: what is not to be seen has left already. */
export function leavingFrom(state: Readonly<Partial<State>>, layer: Layer): Wanted['leaving'] {
  const { onAir, leaving } = wantedOn(state, layer);
  const candidate = onAir ?? leaving;
  return candidate !== null && seenOn(state, layer) === candidate.instanceId ? candidate : null;
}
