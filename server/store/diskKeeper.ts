import { randomUUID } from 'node:crypto';
import type { Clock } from '../show/clock.js';
import type { Log } from '../show/log.js';
import { slice, type Store } from '../show/store.js';
import type { ShowFile } from './showFile.js';
import type { Upkeep } from './upkeep.js';

const PERIOD_MS = 2000;

export interface DiskKeeperOptions {
  store: Pick<Store, 'state' | 'persisted' | 'isRefused' | 'tryDisk' | 'observe'>;
  clock: Clock;
  log: Log;
  file: Pick<ShowFile, 'isGone' | 'look' | 'draft' | 'makeWay' | 'takeDraft' | 'catchUp'>;
  upkeep: Pick<Upkeep, 'restart'>;
  /** Makes the folder again and takes it; throws when that cannot be. */
  retake: () => void;
  /** The show is on disk again, in a new file. */
  onBack: () => void;
}

/** Every 2 s: what the disk refused is tried again, and a show file that is gone is written anew from memory. */
export class DiskKeeper {
  readonly #options: DiskKeeperOptions;
  #cancel: () => void = () => undefined;
  #isStopped = false;
  /** What lay in the show file's place, and was moved away. */
  #aside: string | null = null;
  /** Why it is not back yet, so that it is said once. */
  #why = '';

  constructor(options: DiskKeeperOptions) {
    this.#options = options;
  }

  start(): void {
    this.#cancel = this.#options.clock.after(PERIOD_MS, () => {
      void this.look().finally(() => this.#isStopped || this.start());
    });
  }

  stop(): void {
    this.#isStopped = true;
    this.#cancel();
  }

  /** One look, and what follows from it. */
  async look(): Promise<void> {
    const { store, file } = this.#options;
    await file.look();
    if (file.isGone) {
      // Said before anything is done about it.
      store.tryDisk();
      this.#bringBack();
    }
    if (store.isRefused) store.tryDisk();
    file.catchUp();
  }

  /** At once, so that a kill finds the old file, or the whole new one. */
  #bringBack(): void {
    const { store, clock, log, file, upkeep, retake, onBack } = this.#options;
    try {
      retake();
      const loss = { what: 'rewritten', id: randomUUID(), at: clock.now(), aside: null } as const;
      file.draft({ ...store.persisted, ...slice(`loss:${loss.id}`, loss) });
      this.#aside = file.makeWay() ?? this.#aside;
      file.takeDraft();
      upkeep.restart();
      log('warn', 'The show file was gone, and was written anew from memory.');
      const aside = this.#aside;
      store.observe({ set: slice(`loss:${loss.id}`, { ...loss, aside }) }, { flush: true });
      this.#why = '';
      this.#aside = null;
      onBack();
    } catch (error) {
      if (String(error) !== this.#why) log('error', 'The disk with the show file is not back.', error);
      this.#why = String(error);
    }
  }
}
