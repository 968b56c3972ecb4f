import { copyFileSync, existsSync, renameSync, statSync } from 'node:fs';
import Database from 'libsql';
import type { Log } from '../show/log.js';
import { backUp, backupsOf, flush, newestSound } from './backup.js';
import { column } from './column.js';
import { MIGRATIONS } from './migrations.js';

export interface OpenedDatabase {
  db: Database.Database;
  /** The file was not sound. */
  wasSetAside: boolean;
  /** Then: the backup that took its place, or null where there is none and a new show was begun. */
  restored: string | null;
}

/**
 * Opens the show's database and brings its schema up to date. A file that is not a sound database is set aside, never
 * deleted, and the newest sound backup takes its place, or a new one is begun. Throws when the disk or the permissions
 * refuse, or a newer version made the file.
 */
export function openDatabase(path: string, log: Log): OpenedDatabase {
  try {
    refuseNewer(path);
    if (isLost(path)) throw new Unsound('it is gone or empty, and there are backups of it');
    return { db: open(path, log), wasSetAside: false, restored: null };
  } catch (error) {
    if (!isUnsound(error)) throw error;
    const aside = `${path}.unreadable-${Date.now()}`;
    log('error', `The show file ${path} could not be read. It was set aside as ${aside}.`, error);
    for (const suffix of ['', '-wal', '-shm']) {
      if (existsSync(path + suffix)) renameSync(path + suffix, aside + suffix);
    }
    const restored = restore(path);
    if (restored !== null) log('warn', `The backup ${restored} took its place.`);
    return { db: open(path, log), wasSetAside: true, restored };
  }
}

/** Puts a copy of the newest sound backup where the show file was; its name, or null where there is none. */
function restore(path: string): string | null {
  const backup = newestSound(backupsOf(path));
  if (backup === null) return null;
  copyFileSync(backup.path, `${path}.part`);
  flush(`${path}.part`);
  renameSync(`${path}.part`, path);
  return backup.name;
}

/** Read by a connection that cannot write: what a newer version made is left as it is, to the byte. */
function refuseNewer(path: string): void {
  if (!existsSync(path)) return;
  const db = new Database(path, { readonly: true });
  try {
    const made = Number(column(db, 'PRAGMA user_version')[0]);
    if (made <= MIGRATIONS.length) return;
    throw new Error(`the show file was made by a newer version of Showfloor (schema ${made})`);
  } finally {
    db.close();
  }
}

/** Deleted, emptied, or not put back by a start that was killed: a new show in its place would hide that. */
function isLost(path: string): boolean {
  const isThere = existsSync(path) && statSync(path).size > 0;
  return !isThere && newestSound(backupsOf(path)) !== null;
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
function open(path: string, log: Log): Database.Database {
  const db = new Database(path);
  try {
    db.exec('PRAGMA busy_timeout = 2000');
    const [check] = column(db, 'PRAGMA quick_check(1)');
    if (check !== 'ok') throw new Unsound(`quick_check: ${String(check)}`);
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 0;');
    migrate(db, path, log);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

function migrate(db: Database.Database, path: string, log: Log): void {
  const taken = Number(column(db, 'PRAGMA user_version')[0]);
  if (taken > 0 && taken < MIGRATIONS.length) backUpBefore(db, path, log);
  for (const [index, step] of MIGRATIONS.entries()) {
    if (index >= taken) db.exec(`BEGIN IMMEDIATE; ${step} PRAGMA user_version = ${index + 1}; COMMIT;`);
  }
}

/** A migration is all or nothing by itself; the backup is for a step that turns out to be wrong. */
function backUpBefore(db: Database.Database, path: string, log: Log): void {
  try {
    backUp(db, backupsOf(path), new Date());
  } catch (error) {
    log('warn', 'The show file could not be backed up before it was brought up to date.', error);
  }
}
