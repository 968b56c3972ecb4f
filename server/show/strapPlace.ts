import { PLAIN_PLACE } from '../protocol/codes.js';
import type { State, StrapPlace } from '../protocol/slices.js';
import { openLooks } from './looks.js';

/** Where a lower third sits that is shown now: as the look says that is on program, or is coming to it. */
export function strapPlaceNow(state: Readonly<Partial<State>>): StrapPlace {
  const sceneId = state.program?.goingTo?.sceneId ?? state.program?.sceneId;
  return openLooks(state).find(({ scene }) => scene.id === sceneId)?.strap ?? PLAIN_PLACE;
}
