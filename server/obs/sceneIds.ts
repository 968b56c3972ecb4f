import { randomUUID } from 'node:crypto';
import type { ObsScene } from './translate/events.js';

export type KnownSceneId = (collection: string, name: string) => string | undefined;

/**
 * Ids of scenes: OBS's own uuid where it has them, else one of ours by collection and name, kept through renames that
 * we hear of. It outlives the link, so that an OBS that comes back has the ids it had.
 */
export class SceneIds {
  readonly #known: KnownSceneId;
  readonly #ours = new Map<string, Map<string, string>>();

  /** `known` remembers across restarts of the server. */
  constructor(known: KnownSceneId) {
    this.#known = known;
  }

  idOf(collection: string, scene: ObsScene): string {
    if (scene.uuid !== null) return scene.uuid;
    const names = this.#namesOf(collection);
    const id =
      names.get(scene.name) ?? this.#unused(names, this.#known(collection, scene.name)) ?? randomUUID();
    names.set(scene.name, id);
    return id;
  }

  rename(collection: string, from: string, to: string): void {
    const names = this.#namesOf(collection);
    const id = names.get(from);
    if (id === undefined) return;
    names.delete(from);
    names.set(to, id);
  }

  /** What was remembered by name may since have been renamed: then the id is taken. */
  #unused(names: Map<string, string>, id: string | undefined): string | undefined {
    return [...names.values()].some((taken) => taken === id) ? undefined : id;
  }

  #namesOf(collection: string): Map<string, string> {
    const names = this.#ours.get(collection) ?? new Map<string, string>();
    this.#ours.set(collection, names);
    return names;
  }
}
