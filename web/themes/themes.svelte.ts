/** Dark is for a booth, daylight for one in the sun. */
export type ThemeName = 'dark' | 'daylight';

const KEY = 'showfloor.theme';

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
    this.#wear(this.#kept());
  }

  toggle(): void {
    this.#wear(this.#chosen === 'dark' ? 'daylight' : 'dark');
    try {
      this.#storage().setItem(KEY, this.#chosen);
    } catch {
      // Where storage is forbidden (private windows) the choice lasts as long as the page.
    }
  }

  #kept(): ThemeName {
    try {
      return this.#storage().getItem(KEY) === 'daylight' ? 'daylight' : 'dark';
    } catch {
      // As above: nothing was kept.
      return 'dark';
    }
  }

  #wear(theme: ThemeName): void {
    this.#chosen = theme;
    const root = document.documentElement;
    root.dataset['theme'] = theme;
    // The browser's own frame around the page.
    const frame = getComputedStyle(root).getPropertyValue('--floor').trim();
    document.querySelector('meta[name="theme-color"]')?.setAttribute('content', frame);
  }
}
