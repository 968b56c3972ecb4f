import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDERS = ['overlays', 'scripts', 'server', 'web'];
const FILES = [
  'package-lock.json',
  'scripts/buildIfStale.mjs',
  'svelte.config.js',
  'tsconfig.build.json',
  'tsconfig.json',
  'vite.config.ts',
];

/**
 * The hash of everything that a build is made of: it names the build, and pages compare it with the server's.
 * By content, not by time: a fresh checkout of the same sources is the same build.
 * @param {string} root
 * @returns {string} 12 hexadecimal digits
 */
export function hashSources(root) {
  const hash = createHash('sha256');
  const files = [...FOLDERS.flatMap((folder) => filesIn(root, folder)), ...FILES].sort();
  for (const file of files) {
    const content = readFileSync(join(root, file));
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex').slice(0, 12);
}

/**
 * Plain scripts run as they are; the bench and the screenshots are compiled when they run.
 * @param {string} path
 */
function isBuilt(path) {
  return (
    !path.startsWith('scripts/') || (path.endsWith('.ts') && !/^scripts\/(bench|screenshots)/.test(path))
  );
}

/**
 * @param {string} root
 * @param {string} folder
 * @returns {string[]} paths from the root, with `/` on every system
 */
function filesIn(root, folder) {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return filesIn(root, path);
    return isBuilt(path) ? [path] : [];
  });
}
