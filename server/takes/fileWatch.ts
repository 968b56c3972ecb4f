import type { RecordFile } from '../protocol/slices.js';
import type { Alerts } from '../show/alerts.js';
import type { Clock } from '../show/clock.js';
import type { Store } from '../show/store.js';
import { grown, notYetLooked, type DiskLook, type Growth } from './growth.js';
import { isHere } from './here.js';

const PERIOD_MS = 2000;
/** A disk that does not answer by then is silent. */
const DISK_LIMIT_MS = 1500;
const SUBJECT = 'recording-file';
const NOT_LOOKED: RecordFile = { state: 'unknown', bytes: 0, grewAt: null };

export interface FileWatchOptions {
  store: Store;
  clock: Clock;
  alerts: Alerts;
  /** May take for ever. */
  look: (path: string) => Promise<DiskLook>;
  /** Bytes that OBS says it has recorded; null when it does not say. Ends by itself. */
  counted: () => Promise<number | null>;
}

/** OBS reports a healthy recording while nothing reaches the disk: so we look whether the file grows. */
export class FileWatch {
  readonly #options: FileWatchOptions;
  #growth: Growth | null = null;
  #path: string | null = null;
  /** A look that a hanging disk never answered: another would hang as well, and take a thread. */
  #isLooking = false;
  #cancel: () => void = () => undefined;

  constructor(options: FileWatchOptions) {
    this.#options = options;
  }

  start(): void {
    this.#options.store.observe({ set: { recordFile: NOT_LOOKED } });
    this.#options.store.subscribe(({ set, gone }) => {
      if ('record' in set || gone.includes('record')) this.#follow();
    });
    this.#options.clock.onStep(() => {
      if (this.#growth !== null) this.#begin();
    });
  }

  #follow(): void {
    const { record } = this.#options.store.state;
    const isRunning = record?.state === 'on' || record?.state === 'paused';
    if (!isRunning) return this.#end();
    const path = this.#pathNow();
    if (this.#growth !== null && path === this.#path) return;
    this.#end();
    this.#path = path;
    this.#begin();
  }

  #begin(): void {
    this.#cancel();
    this.#growth = notYetLooked(this.#options.clock.now());
    this.#next();
  }

  #end(): void {
    this.#cancel();
    this.#cancel = () => undefined;
    this.#growth = null;
    this.#path = null;
    this.#tell(NOT_LOOKED);
  }

  #next(): void {
    this.#cancel = this.#options.clock.after(PERIOD_MS, () => void this.#round());
  }

  async #round(): Promise<void> {
    const before = this.#growth;
    const [disk, counted] = await Promise.all([this.#disk(), this.#options.counted()]);
    // It ended, or goes on in another file: what was seen is of no use.
    if (before === null || before !== this.#growth) return;
    const { obs, record } = this.#options.store.state;
    const isPaused = record?.state === 'paused';
    const isOurs = isHere(obs?.address ?? '');
    const look = { at: this.#options.clock.now(), disk, counted, isHere: isOurs, isPaused };
    this.#growth = grown(before, look);
    this.#tell(this.#growth.file);
    this.#next();
  }

  async #disk(): Promise<DiskLook> {
    if (this.#path === null) return { is: 'no-folder' };
    if (this.#isLooking) return { is: 'silent' };
    this.#isLooking = true;
    const seen = this.#options.look(this.#path).finally(() => (this.#isLooking = false));
    let cancel: () => void = () => undefined;
    const silence = new Promise<DiskLook>((resolve) => {
      cancel = this.#options.clock.after(DISK_LIMIT_MS, () => resolve({ is: 'silent' }));
    });
    const look = await Promise.race([seen, silence]);
    cancel();
    return look;
  }

  #tell(recordFile: RecordFile): void {
    this.#options.store.observe({ set: { recordFile } });
    if (recordFile.state !== 'stuck') this.#options.alerts.clear(SUBJECT);
    else this.#options.alerts.raise({ code: 'file-not-growing', params: {}, subject: SUBJECT });
  }

  /** After a restart of ours OBS 29 does not say it again, and the take knows. */
  #pathNow(): string | null {
    const { record, currentTake } = this.#options.store.state;
    const take =
      currentTake?.takeId == null ? undefined : this.#options.store.state[`take:${currentTake.takeId}`];
    return record?.path ?? take?.path ?? null;
  }
}
