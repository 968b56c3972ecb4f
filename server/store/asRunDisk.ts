import type Database from 'libsql';
import { airingSchema, type Airing } from '../protocol/asRun.js';
import type { AsRunDisk } from '../show/asRun/asRunDisk.js';
import type { Log } from '../show/log.js';
import { column } from './column.js';

/** Lines that are kept, a month of three cuts a minute; older ones go. */
const MOST = 130_000;
/** So seldom is looked for older ones. */
const LOOK_EVERY = 1000;

/** The as-run log in SQLite: one row a line, as JSON. */
export class AsRunTable implements AsRunDisk {
  readonly #db: Database.Database;
  readonly #log: Log;
  readonly #put;
  readonly #see;
  readonly #after;

  constructor(db: Database.Database, log: Log) {
    this.#db = db;
    this.#log = log;
    this.#put = db.prepare(
      `INSERT INTO as_run (number, is_open, line) VALUES (?, ?, ?)
       ON CONFLICT (number) DO UPDATE SET is_open = excluded.is_open, line = excluded.line`,
    );
    this.#see = db.prepare('UPDATE as_run_seen SET at = ?');
    this.#after = db.prepare('SELECT number, line FROM as_run WHERE number > ? ORDER BY number LIMIT ?');
  }

  load(newest: number): { open: Airing[]; newest: Airing[]; lastNumber: number; seenAt: number | null } {
    const isOpen = column(this.#db, 'SELECT line FROM as_run WHERE is_open ORDER BY number');
    const last = column(this.#db, `SELECT line FROM as_run ORDER BY number DESC LIMIT ${newest}`);
    const [lastNumber] = column(this.#db, 'SELECT max(number) FROM as_run');
    const [seenAt] = column(this.#db, 'SELECT at FROM as_run_seen');
    return {
      open: this.#parsed(isOpen),
      newest: this.#parsed(last).reverse(),
      lastNumber: Number(lastNumber ?? 0),
      seenAt: seenAt === null ? null : Number(seenAt),
    };
  }

  write(lines: readonly Airing[], seenAt: number): void {
    try {
      if (lines.length > 0) this.#db.exec('BEGIN IMMEDIATE');
      for (const line of lines) {
        this.#put.run(line.number, line.until === null ? 1 : 0, JSON.stringify(line));
        if (line.number % LOOK_EVERY === 0)
          this.#db.prepare('DELETE FROM as_run WHERE number <= ?').run(line.number - MOST);
      }
      this.#see.run(seenAt);
      if (lines.length > 0) this.#db.exec('COMMIT');
    } catch (error) {
      // A full disk has rolled back already; to ask again would hide why.
      if (this.#db.inTransaction) this.#db.exec('ROLLBACK');
      throw error;
    }
  }

  after(number: number, most: number): { lines: Airing[]; lastNumber: number | null } {
    // The columns of our own table, as the migrations made it.
    const rows = this.#after.raw().all(number, most) as [number, string][];
    return { lines: this.#parsed(rows.map(([, line]) => line)), lastNumber: rows.at(-1)?.[0] ?? null };
  }

  #parsed(texts: readonly unknown[]): Airing[] {
    return texts.flatMap((text) => {
      const read = parse(String(text));
      if (read === null)
        this.#log('warn', 'A line of the as-run log could not be read and is left out.', text);
      return read ?? [];
    });
  }
}

function parse(text: string): Airing | null {
  try {
    return airingSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    // What is no JSON is no line either.
    return null;
  }
}
