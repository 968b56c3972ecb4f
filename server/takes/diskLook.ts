import { readdir, stat } from 'node:fs/promises';
import { join, parse, posix, win32 } from 'node:path';
import type { FolderFile } from './foundTakes.js';
import type { DiskLook } from './growth.js';

/** What OBS can record to. */
const RECORDINGS = new Set(['.mkv', '.mp4', '.mov', '.flv', '.ts', '.m4v', '.avi', '.webm']);

/**
 * The recordings in a folder that OBS says it writes to, by their names. It may take for ever on a disk that hangs.
 * Rejects when the folder cannot be read.
 */
export async function listRecordings(folder: string): Promise<FolderFile[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isFile()).map(({ name }) => name);
  const files: FolderFile[] = [];
  for (const name of names.filter((one) => RECORDINGS.has(parse(one).ext.toLowerCase())).sort()) {
    const path = join(folder, name);
    const { size, mtimeMs } = await stat(path);
    files.push({ path, stem: parse(name).name, bytes: size, changedAt: Math.round(mtimeMs) });
  }
  return files;
}

/** What is there now, where OBS says that it writes. It may take for ever on a disk that hangs. */
export async function lookAtDisk(path: string): Promise<DiskLook> {
  const size = await sizeOf(path);
  if (size !== null) return { is: 'file', bytes: size };
  // The way that OBS's machine writes paths, which need not be ours.
  const paths = path.includes('\\') ? win32 : posix;
  return (await sizeOf(paths.dirname(path))) === null ? { is: 'no-folder' } : { is: 'no-file' };
}

async function sizeOf(path: string): Promise<number | null> {
  try {
    return (await stat(path)).size;
  } catch {
    // Not there, or not ours to see: it makes no difference to who looks.
    return null;
  }
}
