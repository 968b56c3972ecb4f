import type { Studio } from '../protocol/slices.js';
import type { Ask } from './session.js';
import type { TopicReading } from './topicReading.js';
import type { News, ObsScene } from './translate/events.js';
import { readPreview } from './translate/studio.js';

export interface StudioReadingOptions {
  ask: Ask;
  idOf: (scene: ObsScene) => string;
}

/** Whether studio mode is on, and what is on preview. */
export class StudioReading implements TopicReading<Studio> {
  readonly #options: StudioReadingOptions;
  #value: Studio = { isOn: false, previewId: null };

  constructor(options: StudioReadingOptions) {
    this.#options = options;
  }

  get value(): Studio {
    return this.#value;
  }

  hear({ about }: News): boolean {
    return about === 'studio' || about === 'preview' || about === 'rename';
  }

  async read(): Promise<void> {
    const { ask, idOf } = this.#options;
    const preview = await readPreview(ask);
    this.#value = { isOn: preview !== null, previewId: preview && idOf(preview) };
  }
}
