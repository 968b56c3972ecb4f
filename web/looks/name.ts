import type { Look } from '../../server/protocol/slices.js';

/** What the crew calls a look: by its own name, else as OBS calls the scene. */
export function nameOfLook({ name, scene }: Pick<Look, 'name' | 'scene'>): string {
  return name ?? scene.name;
}
