import { closeSync, existsSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import Database from 'libsql';
import { nounOf, type SLICES, type SliceKey, type SliceNoun, type State } from '../protocol/slices.js';
import { itemsOf } from '../show/items.js';
import { entriesOf, partOf, slice } from '../show/store.js';
import { column } from './column.js';
import { MIGRATIONS } from './migrations.js';
import { parseEntry } from './sliceDisk.js';
import { flush } from './wholeFile.js';

/** In the head of an exported file, so that no other database passes for one: "SHOW". */
const MARK = 0x53484f57;

type KeptNoun = {
  [N in SliceNoun]: (typeof SLICES)[N]['storage'] extends 'persisted' ? N : never;
}[SliceNoun];

/**
 * What goes along when a show moves. Not who is paired and who the booth is, which are another computer's; not what is
 * on air or runs: nothing comes on air by an import.
 */
const GOES_ALONG = {
  identity: false,
  mode: false,
  outputsWanted: false,
  seats: true,
  safe: false,
  device: false,
  credential: false,
  theme: true,
  guest: true,
  wanted: false,
  reported: false,
  look: true,
  inputs: true,
  strips: true,
  ownFormatting: false,
  take: true,
  streamSession: true,
  mark: true,
  loss: false,
} as const satisfies Record<KeptNoun, boolean>;

/** Writes the whole show of a show file into a new file; how many entries. Also while a server runs on it. */
export function exportShow(showFile: string, target: string, at: number): number {
  if (existsSync(target)) throw new Error(`${target} is there already: choose another name.`);
  if (!existsSync(showFile))
    throw new Error(`There is no show in ${dirname(showFile)}: choose its folder with --data.`);
  const entries = closed(goingAlong(read(showFile, 0)), at);
  writeShow(target, entries, MARK);
  return Object.keys(entries).length;
}

/** Writes an exported show to where a show file is not yet; how many entries. */
export function importShow(source: string, showFile: string): number {
  if (!existsSync(source))
    throw new Error(`There is no file ${source}: choose one that npm run export wrote.`);
  const entries = goingAlong(read(source, MARK));
  writeShow(showFile, entries, 0);
  return Object.keys(entries).length;
}

/** An import mixes with no other show. What a killed import and the lock leave behind is not one. */
export function refuseUsed(folder: string): void {
  const left = /^(owner\.(lock(-journal)?|json(\.part)?)|showfloor\.db\.part)$/;
  const [used] = readdirSync(folder).filter((name) => !left.test(name));
  if (used !== undefined)
    throw new Error(`${folder} is not empty (${used} is in it): choose a new folder with --data.`);
}

/** All entries of a sound file, brought up to date. Never writes to it. */
function read(path: string, mark: number): Partial<State> {
  const rows = rowsOf(path, mark);
  const db = new Database(':memory:');
  for (const step of MIGRATIONS.slice(0, rows.version)) db.exec(step);
  const put = db.prepare('INSERT INTO slices VALUES (?, ?)');
  for (const row of rows.entries) put.run(...row);
  for (const step of MIGRATIONS.slice(rows.version)) db.exec(step);
  // As the migrations made the table.
  const now = db.prepare('SELECT key, value FROM slices').raw().all() as [string, string][];
  return partOf(
    now.map(([key, value]): [SliceKey, unknown] => {
      const entry = parseEntry(key, value);
      if ('why' in entry) throw damaged(path, `entry ${key}`);
      return [entry.key, entry.slice];
    }),
  );
}

function rowsOf(path: string, mark: number): { version: number; entries: unknown[][] } {
  let db: Database.Database | undefined;
  try {
    db = new Database(path, { readonly: true });
    const version = Number(column(db, 'PRAGMA user_version')[0]);
    if (column(db, 'PRAGMA application_id')[0] !== mark) throw notOurs(path);
    if (version > MIGRATIONS.length)
      throw new Error(`${path} was made by a newer version of Showfloor: use that one.`);
    if (column(db, 'PRAGMA integrity_check(1)')[0] !== 'ok') throw damaged(path, 'integrity check');
    return { version, entries: db.prepare('SELECT key, value FROM slices').raw().all() as unknown[][] };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'SQLITE_NOTADB') throw notOurs(path);
    throw code.startsWith('SQLITE_') ? damaged(path, code) : error;
  } finally {
    db?.close();
  }
}

function notOurs(path: string): Error {
  return new Error(`${path} is not a show that Showfloor exported: choose one that npm run export wrote.`);
}

function damaged(path: string, where: string): Error {
  return new Error(`${path} is damaged (${where}), and nothing was done: take another copy of it.`);
}

function goingAlong(state: Partial<State>): Partial<State> {
  const going: Partial<Record<SliceNoun, boolean>> = GOES_ALONG;
  return partOf(entriesOf(state).filter(([key]) => going[nounOf(key)] === true));
}

/** What still runs here does not run there. */
function closed(state: Partial<State>, at: number): Partial<State> {
  const takes = itemsOf(state, 'take')
    .filter(({ state }) => state === 'starting' || state === 'recording' || state === 'stopping')
    .map((take) =>
      slice(`take:${take.id}`, {
        ...take,
        state: take.state === 'starting' ? 'failed' : 'interrupted',
        endedBy: take.state === 'starting' ? null : 'server-away',
        endedAt: at,
      }),
    );
  const sessions = itemsOf(state, 'streamSession')
    .filter(({ endedAt }) => endedAt === null)
    .map((session) => {
      const gaps = session.gaps.map(({ from, to }) => ({ from, to: to ?? at }));
      return slice(`streamSession:${session.id}`, { ...session, gaps, endedAt: at });
    });
  return Object.assign({ ...state }, ...takes, ...sessions) as Partial<State>;
}

/** Whole or not at all, checked before it has its name, and for its owner's eyes only. */
function writeShow(path: string, state: Partial<State>, mark: number): void {
  const part = `${path}.part`;
  rmSync(part, { force: true });
  try {
    const db = new Database(':memory:');
    for (const step of MIGRATIONS) db.exec(step);
    db.exec(`PRAGMA user_version = ${MIGRATIONS.length}; PRAGMA application_id = ${mark}`);
    const put = db.prepare('INSERT INTO slices VALUES (?, ?)');
    for (const [key, value] of entriesOf(state)) put.run(key, JSON.stringify(value));
    // SQLite writes into an empty file, and would make one that others may read.
    closeSync(openSync(part, 'wx', 0o600));
    db.prepare('VACUUM INTO ?').run(part);
    if (!isDeepStrictEqual(read(part, mark), state)) throw damaged(part, 'it does not hold what was written');
    flush(part);
    renameSync(part, path);
    flush(dirname(path));
  } finally {
    rmSync(part, { force: true });
  }
}
