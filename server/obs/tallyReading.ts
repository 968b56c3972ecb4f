import type { Tally, TallySource } from '../protocol/slices.js';
import { fewAtOnce } from './fewAtOnce.js';
import type { Ask } from './session.js';
import type { TopicReading } from './topicReading.js';
import type { News, ObsSource } from './translate/events.js';
import { readInputsIn } from './translate/sceneInputs.js';
import { readPreview } from './translate/studio.js';
import { readActive, readVisibleInputs } from './translate/tally.js';

export interface TallyReadingOptions {
  ask: Ask;
  inputIdOf: (input: ObsSource) => string;
}

/**
 * Which inputs are seen. On program that is OBS's own word on each input: in studio mode it shows a copy of the scene,
 * so an item that is hidden now is still seen. Of the preview it says nothing: there the items of the scene tell.
 */
export class TallyReading implements TopicReading<Tally> {
  readonly #options: TallyReadingOptions;
  #value: Tally = { program: [], preview: [] };

  constructor(options: TallyReadingOptions) {
    this.#options = options;
  }

  get value(): Tally {
    return this.#value;
  }

  hear({ about }: News): boolean {
    return (
      about === 'active' ||
      about === 'items' ||
      about === 'studio' ||
      about === 'preview' ||
      about === 'input-rename'
    );
  }

  async read(): Promise<void> {
    const { ask } = this.#options;
    const inputs = await readVisibleInputs(ask);
    const active = await fewAtOnce(inputs, (input) => readActive(ask, input));
    const preview = await readPreview(ask);
    const inPreview = preview === null ? [] : await readInputsIn(ask, preview);
    const previewed = new Set(inPreview.map(({ name }) => name));
    this.#value = {
      program: this.#sources(inputs.filter((_, at) => active[at])),
      preview: this.#sources(inputs.filter(({ name }) => previewed.has(name))),
    };
  }

  /** In an order that does not change with what is above what. */
  #sources(inputs: readonly ObsSource[]): TallySource[] {
    return inputs
      .map((input) => ({ id: this.#options.inputIdOf(input), name: input.name }))
      .sort((a, b) => a.name.localeCompare(b.name) || a.id.localeCompare(b.id));
  }
}
