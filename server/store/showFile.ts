import { existsSync, renameSync, rmSync, statSync, type BigIntStats } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type Database from 'libsql';
import type { State } from '../protocol/slices.js';
import { DiskGone, type Changes, type Disk, type JournalEntry } from '../show/disk.js';
import type { AsRunDisk } from '../show/asRun/asRunDisk.js';
import type { Log } from '../show/log.js';
import { draftOf, openDatabase, openFile, setAside } from './database.js';
import { AsRunTable } from './asRunDisk.js';
import { SliceDisk } from './sliceDisk.js';
import { WaitingJournal } from './waitingJournal.js';
import { flush } from './wholeFile.js';

/** Lines of the journal, and of the as-run log, that go along into a new file. */
const MOST_LINES = 10_000;
/** Of these a file does not recover by itself. */
const BROKEN = /^SQLITE_(IOERR|CORRUPT|NOTADB|READONLY_DBMOVED)/;

/** The show on disk: the file as it is opened, and as long as it is the one that lies there. */
export class ShowFile implements Disk {
  readonly path: string;
  readonly #log: Log;
  readonly #journal: WaitingJournal;
  #db: Database.Database;
  #slices: SliceDisk;
  #airings: AsRunTable;
  #self: Pick<BigIntStats, 'dev' | 'ino'>;
  #isGone = false;
  #isBehind = false;
  /** Never collected, and never closed. */
  readonly #leftOpen: unknown[] = [];

  /** The as-run log in it, whichever file that is. */
  readonly asRun: AsRunDisk = {
    load: (newest) => this.#airings.load(newest),
    after: (number, most) => this.#airings.after(number, most),
    write: (lines, seenAt) => {
      if (this.#isGone) throw new DiskGone();
      this.#airings.write(lines, seenAt);
    },
  };

  /** Throws as `openDatabase` does. */
  constructor(path: string, log: Log) {
    this.path = path;
    this.#log = log;
    this.#db = openDatabase(path, log);
    this.#slices = new SliceDisk(this.#db, log);
    this.#airings = new AsRunTable(this.#db, log);
    this.#self = statSync(path, { bigint: true });
    this.#journal = new WaitingJournal((entry) => this.#note(entry));
  }

  /** What is written now would be nowhere: the file was removed, replaced or broken, or its disk was taken away. */
  get isGone(): boolean {
    return this.#isGone;
  }

  load(): Partial<State> {
    return this.#slices.load();
  }

  /** Throws DiskGone when the file is gone. */
  write(changes: Changes, options: { flush: boolean }): void {
    if (this.#isGone) throw new DiskGone();
    try {
      this.#slices.write(changes, options);
    } catch (error) {
      this.#isGone = isBroken(error);
      throw error;
    }
  }

  /** What the disk does not take waits until it does. */
  journal(entry: JournalEntry): void {
    this.#journal.add(entry);
    this.catchUp();
  }

  /** Writes lines of the journal that wait, if the disk takes them. */
  catchUp(): void {
    try {
      this.#journal.catchUp();
      this.#isBehind = false;
    } catch (error) {
      if (!this.#isBehind) this.#log('warn', 'The disk refuses the journal, which waits in memory.', error);
      this.#isBehind = true;
    }
  }

  /** Whether it is still the one that lies there. May take as long as the disk does. */
  async look(): Promise<void> {
    // Whatever the reason that it cannot be seen: the next start would not see it either.
    const there = await stat(this.path, { bigint: true }).catch(() => null);
    if (there?.dev !== this.#self.dev || there.ino !== this.#self.ino) this.#isGone = true;
  }

  /** Writes a whole new file of this state and of what can be read of the old one, beside its place. */
  draft(state: Partial<State>): void {
    const part = `${this.path}.part`;
    rmSync(part, { force: true });
    // In memory first: a file that was opened stays open until its statements are collected.
    const db = openFile(':memory:', this.#log);
    this.#copyTables(db);
    new SliceDisk(db, this.#log).write({ set: state }, { flush: false });
    db.prepare('VACUUM INTO ?').run(part);
    db.close();
    flush(part);
    renameSync(part, draftOf(this.path));
    flush(dirname(this.path));
  }

  /** Moves what lies in its place out of the way; its name then, or null where nothing was. */
  makeWay(): string | null {
    if (!existsSync(this.path)) return null;
    const aside = `${basename(this.path)}.replaced-${Date.now()}`;
    setAside(this.path, join(dirname(this.path), aside));
    return aside;
  }

  /** Goes on with the draft. */
  takeDraft(): void {
    // The last one to close the old file would remove what is called like its log of changes, which is ours by then.
    this.#leftOpen.push(this.#db, this.#slices, this.#airings);
    renameSync(draftOf(this.path), this.path);
    flush(dirname(this.path));
    this.#db = openFile(this.path, this.#log);
    this.#slices = new SliceDisk(this.#db, this.#log);
    this.#airings = new AsRunTable(this.#db, this.#log);
    this.#self = statSync(this.path, { bigint: true });
    this.#isGone = false;
  }

  close(): void {
    this.#db.close();
  }

  #note(entry: JournalEntry): void {
    if (this.#isGone) throw new DiskGone();
    this.#slices.journal(entry);
  }

  /** A file that was unlinked can be read by who has it open; of a disk that was pulled out nothing can. */
  #copyTables(db: Database.Database): void {
    try {
      for (const table of ['journal', 'set_aside', 'as_run']) {
        // Rows as they are, between tables that the same steps made.
        const newest = `SELECT * FROM ${table} ORDER BY rowid DESC LIMIT ${MOST_LINES}`;
        const rows = this.#db.prepare(newest).raw().all() as unknown[][];
        for (const row of rows.reverse()) {
          db.prepare(`INSERT INTO ${table} VALUES (${row.map(() => '?').join()})`).run(...row);
        }
      }
    } catch (error) {
      this.#log(
        'warn',
        'Not all of the journal and the as-run log could be read from the old show file.',
        error,
      );
    }
  }
}

function isBroken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && BROKEN.test(String(error.code));
}
