import { keptTheme, THEME_KEY, wearTheme, type ThemeName } from './kept.js';

/** The colours of this device's pages: the style sheet has both, the root element says which. */
export class Themes {
  readonly #storage: () => Storage;
  #chosen = $state.raw<ThemeName>('dark');

  constructor(storage: () => Storage) {
    this.#storage = storage;
  }

  get chosen(): ThemeName {
    return this.#chosen;
  }

  /** Before anything is drawn: a page must not flash. */
  start(): void {
    this.#wear(keptTheme(this.#storage));
  }

  toggle(): void {
    this.#wear(this.#chosen === 'dark' ? 'daylight' : 'dark');
    try {
      this.#storage().setItem(THEME_KEY, this.#chosen);
    } catch {
      // Where storage is forbidden (private windows) the choice lasts as long as the page.
    }
  }

  #wear(theme: ThemeName): void {
    this.#chosen = theme;
    wearTheme(theme);
  }
}
