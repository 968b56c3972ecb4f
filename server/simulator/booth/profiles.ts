import type { Emit } from '../wire/subscriptions.js';

/** A folder of the imagination: nothing is ever written. */
export const RECORDINGS = '/simulated-recordings';

const DEFAULTS: Readonly<Record<string, string>> = {
  'Output/Mode': 'Simple',
  'Output/FilenameFormatting': '%CCYY-%MM-%DD %hh-%mm-%ss',
  'SimpleOutput/FilePath': RECORDINGS,
  'SimpleOutput/RecFormat': 'mkv',
  'SimpleOutput/RecFormat2': 'mkv',
  'SimpleOutput/RecQuality': 'Small',
  'SimpleOutput/RecRB': 'true',
  'SimpleOutput/RecRBTime': '60',
  'SimpleOutput/RecRBPrefix': 'Replay',
  'SimpleOutput/VBitrate': '2500',
  'SimpleOutput/ABitrate': '160',
  'Video/FPSCommon': '30',
};

/** The profiles and the settings in them, each of which is text under a category and a name. */
export class Profiles {
  readonly #values = new Map<string, Map<string, string>>([['booth', new Map()]]);
  #current = 'booth';

  constructor(private readonly emit: Emit) {}

  get current(): string {
    return this.#current;
  }

  get names(): string[] {
    return [...this.#values.keys()];
  }

  choose(name: string): void {
    if (name === this.#current) return;
    this.emit('CurrentProfileChanging', { profileName: this.#current });
    this.#current = name;
    this.emit('CurrentProfileChanged', { profileName: name });
  }

  /** Makes one and chooses it, as OBS does. */
  create(name: string): void {
    this.#values.set(name, new Map());
    this.choose(name);
    this.emit('ProfileListChanged', { profiles: this.names });
  }

  /** As set, else the default, else null: OBS has no error for a setting that it does not know. */
  value(category: string, name: string): string | null {
    return this.#own.get(`${category}/${name}`) ?? this.defaultValue(category, name);
  }

  defaultValue(category: string, name: string): string | null {
    return DEFAULTS[`${category}/${name}`] ?? null;
  }

  set(category: string, name: string, value: string): void {
    this.#own.set(`${category}/${name}`, value);
  }

  /** False when there was nothing to take away. */
  unset(category: string, name: string): boolean {
    return this.#own.delete(`${category}/${name}`);
  }

  get recordDirectory(): string {
    return this.value('SimpleOutput', 'FilePath') ?? '';
  }

  get #own(): Map<string, string> {
    const values = this.#values.get(this.#current) ?? new Map<string, string>();
    this.#values.set(this.#current, values);
    return values;
  }
}
