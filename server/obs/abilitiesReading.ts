import type { Abilities } from '../protocol/slices.js';
import type { TopicReading } from './topicReading.js';

/** What this OBS knows of what only newer ones do. It is the same all through a session. */
export class AbilitiesReading implements TopicReading<Abilities> {
  readonly #knows: (request: string) => boolean;
  #value: Abilities = { split: false, chapter: false };

  constructor(knows: (request: string) => boolean) {
    this.#knows = knows;
  }

  get value(): Abilities {
    return this.#value;
  }

  hear(): boolean {
    return false;
  }

  read(): Promise<void> {
    this.#value = { split: this.#knows('SplitRecordFile'), chapter: this.#knows('CreateRecordChapter') };
    return Promise.resolve();
  }
}
