import type { JournalEntry } from '../show/disk.js';

/** Most lines that wait: an hour of a busy crew. */
const MOST = 2000;

/** Lines of the journal that the disk did not take yet, oldest first; what was done is done, and is not told of twice. */
export class WaitingJournal {
  readonly #write: (entry: JournalEntry) => void;
  #lines: readonly JournalEntry[] = [];

  constructor(write: (entry: JournalEntry) => void) {
    this.#write = write;
  }

  /** Beyond the bound the oldest go. */
  add(entry: JournalEntry): void {
    this.#lines = [...this.#lines, entry].slice(-MOST);
  }

  /** Writes what waits, as far as the disk takes it; throws what it says when it does not. */
  catchUp(): void {
    while (this.#lines[0] !== undefined) {
      this.#write(this.#lines[0]);
      this.#lines = this.#lines.slice(1);
    }
  }
}
