import { accessSync, constants, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { CannotStart, reasonOf } from './cannotStart.js';
import { dayAndTime } from './protocol/texts.js';
import type { Log } from './show/log.js';
import { OwnerLock } from './store/ownerLock.js';
import { OwnerNote, type Owner } from './store/ownerNote.js';
import { ShowFile } from './store/showFile.js';

/** A folder that is ours alone until it is released. */
export interface OwnedFolder {
  folder: string;
  /** Who refuses others from now on: a server of this name on this port. */
  introduce: (booth: string, port: number) => void;
  /** Makes and takes it again where it is not the same any more. Throws when that cannot be. */
  retake: () => void;
  release: () => void;
}

/** The folder of the show with the show file in it. */
export interface DataFolder extends Pick<OwnedFolder, 'folder' | 'introduce' | 'retake'> {
  file: ShowFile;
  close: () => void;
}

/**
 * Makes the folder, takes it for this server and opens the show file in it.
 * @throws CannotStart when it is not writable, another server has it, or the file cannot be opened.
 */
export function openDataFolder(data: string, simulator: boolean, log: Log): DataFolder {
  // The simulator's show is kept apart, so that it can never pass for the real one.
  const { release, ...owned } = takeFolder(simulator ? [data, join(data, 'simulator')] : [data], log);
  const path = showFileIn(owned.folder);
  try {
    const file = new ShowFile(path, log);
    const close = () => {
      file.close();
      release();
    };
    return { ...owned, file, close };
  } catch (error) {
    release();
    throw new CannotStart(
      `The show file ${path} cannot be opened (${reasonOf(error)}): free space, or choose another folder with --data.`,
    );
  }
}

/** Where the show of a folder is. */
export function showFileIn(folder: string): string {
  return join(folder, 'showfloor.db');
}

/**
 * Makes these folders, each in the one before, and takes the last.
 * @throws CannotStart when one is not writable, or another server has it.
 */
export function takeFolder(folders: readonly string[], log: Log): OwnedFolder {
  for (const each of folders) makeFolder(each);
  const folder = folders.at(-1) ?? '';
  let lock = new OwnerLock(folder);
  const note = new OwnerNote(folder);
  own(lock, note, folder);
  const since = Date.now();
  let self: Pick<Owner, 'booth' | 'port'> = { booth: null, port: null };
  const introduce = (booth: string | null, port: number | null) => {
    self = { booth, port };
    try {
      note.write(self, since);
    } catch (error) {
      log('warn', 'Who runs on this folder could not be noted; a second server will not be told.', error);
    }
  };
  introduce(null, null);
  const retake = () => {
    for (const each of folders) makeFolder(each);
    if (lock.isThere) return;
    const next = new OwnerLock(folder);
    own(next, note, folder);
    lock.release();
    lock = next;
    introduce(self.booth, self.port);
  };
  const release = () => {
    note.remove();
    lock.release();
  };
  return { folder, introduce, retake, release };
}

/** Not recursive: where no folder can be made (as in /proc), Node would look for a parent for ever. */
function makeFolder(folder: string): void {
  try {
    mkdirSync(folder);
  } catch (error) {
    // That it is there already is the usual case; what it is shows in the next look.
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST'))
      throw notWritable(folder, error);
  }
  try {
    accessSync(join(folder, '.'), constants.W_OK);
  } catch (error) {
    throw notWritable(folder, error);
  }
}

function notWritable(folder: string, error: unknown): CannotStart {
  return new CannotStart(
    `The folder ${folder} is not writable (${reasonOf(error)}): choose another with --data.`,
  );
}

function own(lock: OwnerLock, note: OwnerNote, folder: string): void {
  let isOurs: boolean;
  try {
    isOurs = lock.take();
  } catch (error) {
    throw notWritable(folder, error);
  }
  if (isOurs) return;
  throw new CannotStart(
    `Another Showfloor${described(note.read())} runs on the folder ${folder}: stop it, or choose another with --data.`,
  );
}

/** ` (“Booth 3” on rack-2, port 8088, process 4711, since 25 Nov, 14:03)`; nothing where nobody knows. */
function described(owner: Owner | null): string {
  if (owner === null) return '';
  const { booth, host, port, pid, since } = owner;
  const name = booth === null ? '' : `“${booth}” `;
  const where = port === null ? '' : `port ${port}, `;
  return ` (${name}on ${host}, ${where}process ${pid}, since ${dayAndTime(since)})`;
}
