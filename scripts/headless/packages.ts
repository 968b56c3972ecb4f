import { accessSync, constants, readdirSync } from 'node:fs';
import path from 'node:path';

/** Debian's packages that a real OBS without a screen needs and that are not installed here; none means it can run. */
export function missingPackages(): string[] {
  const missing: string[] = [];
  if (!isInstalled('obs')) missing.push('obs-studio');
  if (!hasObsPlugins()) missing.push('obs-plugins');
  if (!isInstalled('Xvfb')) missing.push('xvfb');
  if (!isInstalled('setpriv')) missing.push('util-linux');
  return missing;
}

/** The sentence for somebody at a terminal who lacks them. */
export function missingPackagesMessage(missing: readonly string[]): string {
  return `A real OBS without a screen needs Debian's packages ${missing.join(', ')}: apt-get install ${missing.join(' ')}`;
}

function isInstalled(program: string): boolean {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  return folders.some((folder) => isExecutable(path.join(folder, program)));
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false; // not there, or not ours to run: the same to us
  }
}

/** Debian only recommends obs-plugins beside obs-studio, and without it OBS has no inputs at all. */
function hasObsPlugins(): boolean {
  const folders = [
    '/usr/lib/obs-plugins',
    ...libraryFolders().map((folder) => path.join(folder, 'obs-plugins')),
  ];
  return folders.some((folder) => list(folder).includes('image-source.so'));
}

function libraryFolders(): string[] {
  const folders = list('/usr/lib').filter((name) => name.endsWith('-linux-gnu'));
  return folders.map((name) => path.join('/usr/lib', name)).concat('/usr/lib64');
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return []; // a folder that is not there holds nothing
  }
}
