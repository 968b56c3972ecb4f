import type { OwnFormatting } from '../protocol/slices.js';
import { itemsOf } from './items.js';
import { slice, type Store } from './store.js';

/** What has to be put back into OBS's profiles, by profile: no crash of ours may leave the user's own setting changed. */
export class FormattingMemory {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  get isEmpty(): boolean {
    return itemsOf(this.#store.state, 'ownFormatting').length === 0;
  }

  readonly of = (profile: string): OwnFormatting | undefined => this.#store.state[`ownFormatting:${profile}`];

  /** On disk, flushed, when it returns, unless the disk refuses: that must not cost the take its name. */
  readonly keep = (formatting: OwnFormatting): void =>
    this.#store.observe({ set: slice(`ownFormatting:${formatting.profile}`, formatting) }, { flush: true });

  readonly drop = (profile: string): void =>
    this.#store.observe({ set: {}, gone: [`ownFormatting:${profile}`] });
}
