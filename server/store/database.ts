import { randomUUID } from 'node:crypto';
import { copyFileSync, existsSync, renameSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import Database from 'libsql';
import type { Log } from '../show/log.js';
import { slice } from '../show/store.js';
import { backUp, backupsOf, newestSound, type Backup } from './backup.js';
import { column } from './column.js';
import { LossNote } from './lossNote.js';
import { MIGRATIONS } from './migrations.js';
import { SliceDisk } from './sliceDisk.js';
import { flush } from './wholeFile.js';

/**
 * Opens the show's database and brings its schema up to date. A file that is not a sound database is set aside, never
 * deleted, and the newest sound backup takes its place, or a new one is begun; that is kept in it as a loss. Throws when
 * the disk or the permissions refuse, or a newer version made the file.
 */
export function openDatabase(path: string, log: Log): Database.Database {
  const note = new LossNote(path);
  const db = openSound(path, note, log);
  try {
    keep(note, db, log);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

function openSound(path: string, note: LossNote, log: Log): Database.Database {
  try {
    finish(path);
    refuseNewer(path);
    if (isLost(path, note)) throw new Unsound('it is gone or empty, and there was one');
    return openFile(path, log);
  } catch (error) {
    if (!isUnsound(error)) throw error;
    log('error', `The show file ${path} could not be read.`, error);
    replace(path, note, log);
    return openFile(path, log);
  }
}

/** Each step leaves a folder in which the next start goes on; what is done is on disk before it is done. */
function replace(path: string, note: LossNote, log: Log): void {
  const at = Date.now();
  const before = note.read();
  const backup = newestSound(backupsOf(path));
  // A start that was killed had set it aside already.
  const asideBefore = before?.what === 'show-file' ? before.aside : null;
  const aside = existsSync(path) ? `${basename(path)}.unreadable-${at}` : asideBefore;
  note.write({
    what: 'show-file',
    id: before?.id ?? randomUUID(),
    at: before?.at ?? at,
    aside,
    backup: backup && { name: backup.name, at: backup.at },
  });
  if (aside !== null) setAside(path, join(dirname(path), aside));
  if (aside !== null) log('warn', `It was set aside as ${aside}.`);
  if (backup === null) return;
  putBack(backup, path);
  log('warn', `The backup ${backup.name} took its place.`);
}

/** Moves a show file with what belongs to it out of the way. */
export function setAside(path: string, aside: string): void {
  for (const suffix of ['', '-wal', '-shm']) {
    if (existsSync(path + suffix)) renameSync(path + suffix, aside + suffix);
  }
}

function putBack(backup: Backup, path: string): void {
  copyFileSync(backup.path, `${path}.part`);
  flush(`${path}.part`);
  renameSync(`${path}.part`, path);
  flush(dirname(path));
}

/** From here on the show file itself says what was lost. */
function keep(note: LossNote, db: Database.Database, log: Log): void {
  const loss = note.read();
  if (loss === null) return;
  new SliceDisk(db, log).write({ set: slice(`loss:${loss.id}`, loss) }, { flush: true });
  note.remove();
}

/** Read by a connection that cannot write: what a newer version made is left as it is, to the byte. */
function refuseNewer(path: string): void {
  if (!existsSync(path)) return;
  const db = new Database(path, { readonly: true });
  try {
    // After a kill somebody else who looks, a backup or a viewer, may be putting its journal in order.
    db.exec(PATIENCE);
    const made = Number(column(db, 'PRAGMA user_version')[0]);
    if (made <= MIGRATIONS.length) return;
    throw new Error(`the show file was made by a newer version of Showfloor (schema ${made})`);
  } finally {
    db.close();
  }
}

/** Where a show file that is gone is written anew before it takes its place. */
export function draftOf(path: string): string {
  return `${path}.next`;
}

/** A server was killed in the moment in which the whole new file would have taken its place. */
function finish(path: string): void {
  if (!existsSync(path) && existsSync(draftOf(path))) renameSync(draftOf(path), path);
}

/** Deleted, emptied, or not put back by a start that was killed: a new show in its place would hide that. */
function isLost(path: string, note: LossNote): boolean {
  const isThere = existsSync(path) && statSync(path).size > 0;
  return !isThere && (note.read() !== null || newestSound(backupsOf(path)) !== null);
}

/** For others who have the file open, in ms. */
const PATIENCE = 'PRAGMA busy_timeout = 2000';

class Unsound extends Error {}

function isUnsound(error: unknown): boolean {
  if (error instanceof Unsound) return true;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'SQLITE_NOTADB' || code === 'SQLITE_CORRUPT';
}

/**
 * Opens a database that is sound, or begins one. Settings measured under heavy disk load: automatic checkpoints stall a writer for up to a second, so a worker does
 * them; NORMAL survives a kill of the process, and a flushed write raises it to FULL for its transaction.
 */
export function openFile(path: string, log: Log): Database.Database {
  const db = new Database(path);
  try {
    db.exec(PATIENCE);
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
