import { stat } from 'node:fs/promises';
import { posix, win32 } from 'node:path';
import type { DiskLook } from './growth.js';

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
