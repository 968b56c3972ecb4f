import type { Clock } from '../show/clock.js';
import type { Log } from '../show/log.js';
import { slice, type Store } from '../show/store.js';
import { foundTakes, type FolderFile } from './foundTakes.js';
import { isHere } from './here.js';

const AGAIN_MS = 15_000;

export interface OrphansOptions {
  store: Store;
  clock: Clock;
  log: Log;
  /** The folder that OBS records to; null when it does not say. Ends by itself. */
  folder: () => Promise<string | null>;
  /** The recordings in a folder. May take for ever. */
  list: (folder: string) => Promise<FolderFile[]>;
}

/**
 * Matches the ledger against the folder once after a start, when OBS is in sight: a recording that no take has becomes
 * one, so that none is forgotten that was made while nobody looked. Where OBS writes on another machine there is nothing
 * to look at. No file is ever touched.
 */
export class Orphans {
  readonly #options: OrphansOptions;
  #isDone = false;
  /** A look that a hanging disk never answers: another would hang as well, and take a thread. */
  #isLooking = false;

  constructor(options: OrphansOptions) {
    this.#options = options;
  }

  start(): void {
    this.#options.store.subscribe(({ set }) => {
      if ('record' in set) void this.#match();
    });
  }

  async #match(): Promise<void> {
    const { store, clock, log } = this.#options;
    const { record } = store.state;
    // What is recorded now is no orphan, and could not be told from one before OBS has said what it is called.
    const isNameless = record === undefined || (record.state !== 'off' && record.path === null);
    if (this.#isDone || this.#isLooking || isNameless) return;
    this.#isLooking = true;
    try {
      const files = await this.#files();
      if (files === null) return;
      const { takes, isUnsettled } = foundTakes(store.state, files, clock.now());
      for (const take of takes) store.observe({ set: slice(`take:${take.id}`, take) }, { flush: true });
      this.#isDone = !isUnsettled;
      if (isUnsettled) clock.after(AGAIN_MS, () => void this.#match());
    } catch (error) {
      this.#isDone = true;
      log('warn', 'The folder of the recordings could not be read; takes are not matched against it.', error);
    } finally {
      this.#isLooking = false;
    }
  }

  async #files(): Promise<FolderFile[] | null> {
    const { store, folder, list } = this.#options;
    if (!isHere(store.state.obs?.address ?? '')) return null;
    const path = await folder();
    return path === null ? null : list(path);
  }
}
