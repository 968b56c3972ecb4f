import { randomUUID } from 'node:crypto';
import type { ObsSource } from './translate/events.js';

export type KnownId = (collection: string, name: string) => string | undefined;

/** What remembers ids across restarts of the server. */
export interface SourceMemory {
  known: KnownId;
  /** The source of that id is called so now. Only said of ids that are ours. */
  keep: (collection: string, id: string, name: string) => void;
}

/**
 * Ids of scenes, or of inputs: OBS's own uuid where it has them, else one of ours by collection and name, kept through
 * renames that we hear of. It outlives the link, so that an OBS that comes back has the ids it had.
 */
export class SourceIds {
  readonly #memory: SourceMemory;
  readonly #ours = new Map<string, Map<string, string>>();

  constructor(memory: SourceMemory) {
    this.#memory = memory;
  }

  idOf(collection: string, source: ObsSource): string {
    if (source.uuid !== null) return source.uuid;
    const names = this.#namesOf(collection);
    const standing = names.get(source.name);
    if (standing !== undefined) return standing;
    const id = this.#unused(names, this.#memory.known(collection, source.name)) ?? randomUUID();
    names.set(source.name, id);
    this.#memory.keep(collection, id, source.name);
    return id;
  }

  rename(collection: string, from: string, to: string): void {
    const names = this.#namesOf(collection);
    const id = names.get(from);
    if (id === undefined) return;
    names.delete(from);
    names.set(to, id);
    this.#memory.keep(collection, id, to);
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
