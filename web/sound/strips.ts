import type { SoundInput, State, Strips } from '../../server/protocol/slices.js';

/** A strip in its place; `input` null: OBS has no such input now. */
export interface ShownStrip {
  strip: Strips['strips'][number];
  input: SoundInput | null;
}

/** All strips of the collection in use, in their pinned order. */
export function stripsOf(state: Readonly<Partial<State>>): ShownStrip[] {
  const collection = state.obs?.collection ?? null;
  const strips = collection === null ? [] : (state[`strips:${collection}`]?.strips ?? []);
  return strips.map((strip) => ({
    strip,
    input: state.sound?.find(({ id }) => id === strip.inputId) ?? null,
  }));
}
