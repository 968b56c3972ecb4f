import { existsSync, renameSync } from 'node:fs';
import Database from 'libsql';
import type { Log } from '../show/log.js';
import { MIGRATIONS } from './migrations.js';

/**
 * Opens the show's database and brings its schema up to date. A file that is not a sound database is set aside, never
 * deleted, and a new one begun. Throws when the disk or the permissions refuse, or a newer version made the file.
 */
export function openDatabase(path: string, log: Log): { db: Database.Database; wasSetAside: boolean } {
  try {
    return { db: open(path), wasSetAside: false };
  } catch (error) {
    if (!isUnsound(error)) throw error;
    const aside = `${path}.unreadable-${Date.now()}`;
    log('error', `The show file ${path} could not be read. It was set aside as ${aside}.`, error);
    for (const suffix of ['', '-wal', '-shm']) {
      if (existsSync(path + suffix)) renameSync(path + suffix, aside + suffix);
    }
    return { db: open(path), wasSetAside: true };
  }
}

class Unsound extends Error {}

function isUnsound(error: unknown): boolean {
  if (error instanceof Unsound) return true;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'SQLITE_NOTADB' || code === 'SQLITE_CORRUPT';
}

/**
 * Settings measured under heavy disk load: automatic checkpoints stall a writer for up to a second, so a worker does
 * them; NORMAL survives a kill of the process, and a flushed write raises it to FULL for its transaction.
 */
function open(path: string): Database.Database {
  const db = new Database(path);
  try {
    db.exec('PRAGMA busy_timeout = 2000');
    const [check] = column(db, 'PRAGMA quick_check(1)');
    if (check !== 'ok') throw new Unsound(`quick_check: ${String(check)}`);
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 0;');
    migrate(db);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

function migrate(db: Database.Database): void {
  const taken = Number(column(db, 'PRAGMA user_version')[0]);
  if (taken > MIGRATIONS.length) {
    throw new Error(`the show file was made by a newer version of Showfloor (schema ${taken})`);
  }
  for (const [index, step] of MIGRATIONS.entries()) {
    if (index >= taken) db.exec(`BEGIN IMMEDIATE; ${step} PRAGMA user_version = ${index + 1}; COMMIT;`);
  }
}

/** First column of each row. */
function column(db: Database.Database, sql: string): unknown[] {
  const rows = db.prepare(sql).raw().all();
  return rows.map((row): unknown => (Array.isArray(row) ? row[0] : row));
}
