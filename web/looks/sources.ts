import type { Look, State } from '../../server/protocol/slices.js';

/** A source to choose; `name` null: the look knows it, and OBS does not just now. */
export interface Choosable {
  id: string;
  name: string | null;
}

/** Every input that sounds, and those that the look names besides. */
export function micsFor(look: Look, { sound = [] }: Partial<State>): readonly Choosable[] {
  return withKnown(sound, Object.keys(look.mics));
}

/** The sources that are seen while the look is on program or preview, and those that it names already. */
export function camerasFor(look: Look, { program, studio, tally }: Partial<State>): readonly Choosable[] {
  const onProgram = program?.sceneId === look.scene.id && program.goingTo === null;
  const seen = onProgram ? tally?.program : studio?.previewId === look.scene.id ? tally?.preview : [];
  return withKnown(seen ?? [], look.cameras);
}

function withKnown(sources: readonly { id: string; name: string }[], ids: readonly string[]): Choosable[] {
  const missing = ids.filter((id) => !sources.some((source) => source.id === id));
  return [...sources.map(({ id, name }) => ({ id, name })), ...missing.map((id) => ({ id, name: null }))];
}
