import { PLAIN_PLACE } from '../protocol/codes.js';
import { nounOf, type Look, type SliceKey, type State, type StrapPlace } from '../protocol/slices.js';

/** Where a lower third sits that is shown now: as the look says that is on program, or is coming to it. */
export function strapPlaceNow(state: Readonly<Partial<State>>): StrapPlace {
  const sceneId = state.program?.goingTo?.sceneId ?? state.program?.sceneId;
  const collection = state.obs?.collection;
  const look = looksIn(state).find((it) => it.collection === collection && it.scene.id === sceneId);
  return look?.strap ?? PLAIN_PLACE;
}

function looksIn(state: Readonly<Partial<State>>): Look[] {
  // The noun of a key decides the type of its slice; TypeScript cannot relate the two here.
  return Object.entries(state).flatMap(([key, slice]) =>
    nounOf(key as SliceKey) === 'look' ? [slice as Look] : [],
  );
}
