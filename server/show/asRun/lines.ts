import { AS_RUN_MOST } from '../../protocol/codes/asRun.js';
import type { Airing } from '../../protocol/asRun.js';
import type { Clock } from '../clock.js';
import type { Log } from '../log.js';
import type { AsRunDisk } from './asRunDisk.js';

/** How often it is written down that what is on air still is, in ms: by so much the end may be wrong after a kill. */
const SEEN_EVERY_MS = 5000;
const PAGE = 500;

/** The lines of the as-run log: the newest in memory, all on disk, written when whoever waits was answered. */
export class Lines {
  readonly #disk: AsRunDisk;
  readonly #clock: Clock;
  readonly #log: Log;
  /** Oldest first; those that are open, and the newest of the others. */
  #newest: readonly Airing[] = [];
  /** Not on disk as they are now, by number. */
  #unwritten = new Map<number, Airing>();
  #lastNumber = 0;
  #isDue = false;
  #isRefusing = false;

  constructor(options: { disk: AsRunDisk; clock: Clock; log: Log }) {
    this.#disk = options.disk;
    this.#clock = options.clock;
    this.#log = options.log;
  }

  get newest(): readonly Airing[] {
    return this.#newest;
  }

  /** What an earlier run did not end, it did not see the end of. */
  start(): void {
    try {
      const { open, newest, lastNumber, seenAt } = this.#disk.load(AS_RUN_MOST);
      this.#newest = newest;
      this.#lastNumber = lastNumber;
      for (const line of open) {
        const until = Math.max(line.from, seenAt ?? line.from);
        this.put({ ...line, until, ended: { how: 'server-away', by: null } });
      }
    } catch (error) {
      // Beyond any number that was counted up to: no line that is there is written over.
      this.#lastNumber = this.#clock.now();
      this.#log('error', 'The as-run log could not be read, and goes on without what was in it.', error);
    }
    this.#keepSeen();
  }

  add(line: Omit<Airing, 'number'>): Airing {
    this.#lastNumber += 1;
    const added = { ...line, number: this.#lastNumber };
    this.put(added);
    return added;
  }

  put(line: Airing): void {
    const others = this.#newest.filter(({ number }) => number !== line.number);
    const all = [...others, line].sort((a, b) => a.number - b.number);
    this.#newest = all.filter(({ until }, index) => until === null || index >= all.length - AS_RUN_MOST);
    this.#unwritten.set(line.number, line);
    if (this.#isDue) return;
    this.#isDue = true;
    this.#clock.after(0, () => this.write());
  }

  /** All there are, oldest first. Throws when the disk cannot be read. */
  *pages(): Generator<Airing[]> {
    let read = 0;
    for (;;) {
      const { lines, lastNumber } = this.#disk.after(read, PAGE);
      if (lastNumber === null) break;
      read = lastNumber;
      yield lines.map((line) => this.#unwritten.get(line.number) ?? line);
    }
    yield [...this.#unwritten.values()].filter(({ number }) => number > read);
  }

  #keepSeen(): void {
    this.#clock.after(SEEN_EVERY_MS, () => {
      if (this.#newest.some(({ until }) => until === null) || this.#unwritten.size > 0) this.write();
      this.#keepSeen();
    });
  }

  /** Writes what is not on disk yet, and that the rest still is so. What the disk refuses is kept for the next time. */
  write(): void {
    this.#isDue = false;
    const lines = [...this.#unwritten.values()];
    try {
      this.#disk.write(lines, this.#clock.now());
      this.#unwritten = new Map();
      this.#isRefusing = false;
    } catch (error) {
      if (!this.#isRefusing) this.#log('error', 'The as-run log could not be written.', error);
      this.#isRefusing = true;
    }
  }
}
