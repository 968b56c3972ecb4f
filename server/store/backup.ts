import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'libsql';
import { column } from './column.js';
import { flush } from './wholeFile.js';

const KEPT = 10;
const NAME = /^showfloor-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z\.db$/;

/** A backup that is whole: checked after it was written. */
export interface Backup {
  path: string;
  name: string;
  /** When it was made, in whole seconds, as its name says. */
  at: number;
}

/** Where the backups of a show file are: a folder beside it. */
export function backupsOf(showFile: string): string {
  return join(dirname(showFile), 'backups');
}

/**
 * Writes what the database holds into a new file of the folder, checks it, and only then gives it its name; the oldest
 * beyond ten go. A show with nothing in it, and one that the newest backup already holds, are not backed up: they would
 * push out one that has something, or the older ones.
 * @returns null when there is nothing to back up. Throws when the disk refuses or the copy is not sound.
 */
export function backUp(db: Database.Database, folder: string, at: Date): Backup | null {
  const show = showIn(db);
  if (!hasItems(show) || show === soundShowIn(newestSound(folder)?.path)) return null;
  // Not what is around it: a disk that was taken away must not come back as a folder of another one.
  if (!existsSync(folder)) mkdirSync(folder);
  const name = `showfloor-${at.toISOString().replace(/[-:]|\.\d+/g, '')}.db`;
  const path = join(folder, name);
  const part = `${path}.part`;
  rmSync(part, { force: true });
  try {
    db.prepare('VACUUM INTO ?').run(part);
    if (soundShowIn(part) !== show) throw new Error('the copy does not hold what was copied');
    flush(part);
    renameSync(part, path);
    flush(folder);
  } finally {
    rmSync(part, { force: true });
  }
  for (const old of namesIn(folder).slice(KEPT)) rmSync(join(folder, old));
  return named(folder, name);
}

/** The newest backup that is sound, or null. */
export function newestSound(folder: string): Backup | null {
  for (const name of namesIn(folder)) {
    const backup = named(folder, name);
    if (soundShowIn(backup.path) !== null) return backup;
  }
  return null;
}

function named(folder: string, name: string): Backup {
  const [year, month, ...rest] = (NAME.exec(name) ?? []).slice(1).map(Number);
  return { path: join(folder, name), name, at: Date.UTC(year ?? 0, (month ?? 1) - 1, ...rest) };
}

/** Newest first: the names say the time. */
function namesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => NAME.test(name))
    .sort()
    .reverse();
}

/**
 * Every slice of the show by its key, as one text. Which devices are paired, and when each was last heard, is no part
 * of it: every start would be worth a backup, and an empty show with a tablet too. Neither is what was lost: a new show
 * in the place of a lost one would push out what is left of that.
 */
function showIn(db: Database.Database): string {
  const ofShow = ['device', 'credential', 'loss'].map((noun) => `key NOT GLOB '${noun}:*'`).join(' AND ');
  const rows = db.prepare(`SELECT key, value FROM slices WHERE ${ofShow} ORDER BY key`).raw().all();
  return JSON.stringify(rows);
}

/** Guests, takes, looks and the like are what a show is; a new one has none, and their keys alone have a colon. */
function hasItems(show: string): boolean {
  return /\["[a-zA-Z]+:/.test(show);
}

/** What the file holds; null when it is not sound. */
function soundShowIn(path: string | undefined): string | null {
  if (path === undefined) return null;
  let db: Database.Database | undefined;
  try {
    db = new Database(path, { readonly: true });
    return column(db, 'PRAGMA integrity_check(1)')[0] === 'ok' ? showIn(db) : null;
  } catch {
    // Not a database, or half of one: what cannot be read is not sound.
    return null;
  } finally {
    db?.close();
  }
}
