import type { SoundInput } from '../protocol/slices.js';
import type { Clock } from '../show/clock.js';
import { fewAtOnce } from './fewAtOnce.js';
import { LOSS_MS, Losses } from './losses.js';
import type { Ask } from './session.js';
import type { TopicReading } from './topicReading.js';
import type { News, ObsSource } from './translate/events.js';
import { readInputs, readSound, type ListedInput } from './translate/sound.js';

export interface SoundReadingOptions {
  clock: Clock;
  ask: Ask;
  idOf: (input: ObsSource) => string;
  /** Asks for another `read` after so many ms; replaces an earlier wish. */
  lookIn: (ms: number) => void;
}

/**
 * The inputs that sound, with mute and fader. The list is read whole; of mute and fader only what an event named, or all
 * when all is read anew. Whether an input has sound is a matter of its kind, so a silent kind is asked once a session.
 */
export class SoundReading implements TopicReading<SoundInput[]> {
  readonly #options: SoundReadingOptions;
  readonly #losses: Losses;
  readonly #silentKinds = new Set<string>();
  #value: SoundInput[] = [];
  #byId: ReadonlyMap<string, ListedInput> = new Map();
  #toAsk = new Set<string>();
  /** Said to be removed, and listed still: OBS 29 keeps one until a scene that holds it is drawn. */
  readonly #removed = new Set<string>();

  constructor(options: SoundReadingOptions) {
    this.#options = options;
    this.#losses = new Losses(options.clock);
  }

  get value(): SoundInput[] {
    return this.#value;
  }

  /** What OBS calls the input of that id. */
  find(id: string): ObsSource | undefined {
    return this.#byId.get(id);
  }

  hear(news: News): boolean {
    if (news.about === 'input-rename') return true;
    if (news.about !== 'sound' && news.about !== 'input-created' && news.about !== 'input-removed')
      return false;
    const id = this.#options.idOf(news.input);
    if (news.about === 'input-removed') this.#removed.add(id);
    else {
      this.#removed.delete(id);
      this.#toAsk.add(id);
    }
    return true;
  }

  /** `believe`: everything is asked, and what is missing is gone. */
  async read(believe: boolean): Promise<void> {
    const toAsk = this.#toAsk;
    this.#toAsk = new Set();
    try {
      await this.#look(believe, toAsk);
    } catch (error) {
      // What was to be asked still is.
      this.#toAsk = new Set([...toAsk, ...this.#toAsk]);
      throw error;
    }
  }

  async #look(believe: boolean, toAsk: ReadonlySet<string>): Promise<void> {
    const { ask, idOf, lookIn } = this.#options;
    const listed = new Map((await readInputs(ask)).map((input) => [idOf(input), input]));
    for (const id of this.#removed) if (!listed.has(id)) this.#removed.delete(id);
    const byId = new Map([...listed].filter(([id]) => !this.#removed.has(id)));
    const isTooSoon = !believe && this.#losses.isTooSoon(this.#value, byId);
    if (isTooSoon) lookIn(LOSS_MS);
    else this.#losses.believe();
    const known = new Map(this.#value.map((input) => [input.id, input]));
    const heard = await fewAtOnce([...byId], async ([id, input]) => {
      const before = known.get(id);
      if (before !== undefined && !believe && !toAsk.has(id)) return { ...before, name: input.name };
      return this.#ask(id, input, before);
    });
    const missing = isTooSoon ? this.#value.filter(({ id }) => !byId.has(id)) : [];
    this.#byId = byId;
    this.#value = [...heard.filter((input) => input !== null), ...missing];
  }

  async #ask(id: string, input: ListedInput, before: SoundInput | undefined): Promise<SoundInput | null> {
    if (this.#silentKinds.has(input.kind)) return null;
    const heard = await readSound(this.#options.ask, input);
    if (heard === 'silent') this.#silentKinds.add(input.kind);
    // Its removal will be told, and then it is looked for.
    if (heard === 'gone') return before ?? null;
    return heard === 'silent' ? null : { id, name: input.name, kind: input.kind, ...heard };
  }
}
