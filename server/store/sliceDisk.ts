import { randomUUID } from 'node:crypto';
import type Database from 'libsql';
import { SLICES, type Loss, type SliceKey, type State } from '../protocol/slices.js';
import type { Changes, JournalEntry } from '../show/disk.js';
import type { Log } from '../show/log.js';
import { partOf, slice } from '../show/store.js';

/** Persisted slices and the journal, in SQLite: one row a slice, its value as JSON. Throws when the disk refuses. */
export class SliceDisk {
  readonly #db: Database.Database;
  readonly #log: Log;
  readonly #put;
  readonly #drop;
  readonly #note;

  constructor(db: Database.Database, log: Log) {
    this.#db = db;
    this.#log = log;
    this.#put = db.prepare(
      'INSERT INTO slices VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
    );
    this.#drop = db.prepare('DELETE FROM slices WHERE key = ?');
    this.#note = db.prepare(
      'INSERT INTO journal (at, device_id, role, command, params, expect, outcome) VALUES (?, ?, ?, ?, ?, ?, ?)',
    );
  }

  load(): Partial<State> {
    const entries: [SliceKey, unknown][] = [];
    const unreadable: Row[] = [];
    // The columns of our own table, as `slices` was made by the migrations.
    for (const [key, value] of this.#db.prepare('SELECT key, value FROM slices').raw().all() as [
      string,
      string,
    ][]) {
      const read = parseEntry(key, value);
      if ('key' in read) entries.push([read.key, read.slice]);
      else unreadable.push({ key, value, why: read.why });
    }
    if (unreadable.length === 0) return partOf(entries);
    const loss = this.#putAside(unreadable);
    return { ...partOf(entries), ...slice(`loss:${loss.id}`, loss) };
  }

  write({ set, gone = [] }: Changes, { flush }: { flush: boolean }): void {
    if (flush) this.#db.exec('PRAGMA synchronous = FULL');
    // One row is all or nothing by itself, with two statements fewer: a name on air waits for it.
    const isOne = Object.keys(set).length + gone.length === 1;
    try {
      if (!isOne) this.#db.exec('BEGIN IMMEDIATE');
      for (const [key, value] of Object.entries(set)) this.#put.run(key, JSON.stringify(value));
      for (const key of gone) this.#drop.run(key);
      if (!isOne) this.#db.exec('COMMIT');
    } catch (error) {
      // A full disk has rolled back already; to ask again would hide why.
      if (this.#db.inTransaction) this.#db.exec('ROLLBACK');
      throw error;
    } finally {
      if (flush) this.#db.exec('PRAGMA synchronous = NORMAL');
    }
  }

  journal({ at, deviceId, role, command, params, expect, outcome }: JournalEntry): void {
    const [asked, seen] = [params, expect].map((sent) => JSON.stringify(sent ?? null));
    this.#note.run(at, deviceId, role, command, asked, seen, outcome);
  }

  /** What cannot be read is kept apart, and that it was lost is an entry of its own in the same moment. */
  #putAside(rows: readonly Row[]): Loss {
    const at = Date.now();
    const loss: Loss = { what: 'entries', id: randomUUID(), at, count: rows.length };
    this.#db.transaction(() => {
      for (const { key, value, why } of rows) {
        this.#log('error', `Saved entry "${key}" could not be read and was set aside.`, why);
        this.#db.prepare('INSERT INTO set_aside VALUES (?, ?, ?, ?)').run(key, value, why, at);
        this.#drop.run(key);
      }
      this.#put.run(`loss:${loss.id}`, JSON.stringify(loss));
    })();
    return loss;
  }
}

/** One that could not be read. */
interface Row {
  key: string;
  value: string;
  why: string;
}

/** One entry as it stands in the show file, judged by its schema. */
export function parseEntry(key: string, value: string): { key: SliceKey; slice: unknown } | { why: string } {
  const noun = key.split(':', 1)[0];
  const rule = Object.entries(SLICES).find(([name]) => name === noun)?.[1];
  if (rule === undefined || !('schema' in rule)) return { why: 'no such persisted slice' };
  try {
    const parsed = rule.schema.safeParse(JSON.parse(value));
    // Its noun was just found in the table of slices, so the text is a key.
    return parsed.success ? { key: key as SliceKey, slice: parsed.data } : { why: parsed.error.message };
  } catch (error) {
    return { why: String(error) };
  }
}
