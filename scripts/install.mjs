import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './command.mjs';
import { ROOT, START_LOCK } from './project.mjs';
import { underLock } from './startLock.mjs';

/**
 * @typedef {object} Package
 * @property {string} [version]
 * @property {string} [integrity]
 * @property {boolean} [dev]
 * @property {boolean} [optional]
 * @property {boolean} [devOptional]
 */
/** @typedef {Record<string, Package>} Packages by path, as in a lock file */

/**
 * Installs the packages of the lock file unless they are there. Tools that only checks and tests need are installed
 * when asked for, and kept where they are.
 * @param {{tools: boolean}} wanted
 * @returns {Promise<boolean>} false when it failed; npm has said why
 */
export async function installIfStale({ tools }) {
  return look(tools).isInstalled || underLock(START_LOCK, () => install(tools));
}

/** @param {boolean} tools */
async function install(tools) {
  const { isInstalled: isDone, withTools } = look(tools);
  // Whoever had the lock before did it.
  if (isDone) return true;
  console.log('Installing packages …');
  const { code } = await npm(['ci', '--no-fund', '--no-audit', ...(withTools ? [] : ['--omit=dev'])]);
  if (code === 0) return true;
  console.error('The packages could not be installed; npm says why above. It needs the internet, this once.');
  return false;
}

/** @param {boolean} tools */
function look(tools) {
  const locked = packagesOf(join(ROOT, 'package-lock.json'));
  // npm writes this one last, and `npm ci` removes it first: an install that was cut off leaves none.
  const installed = packagesOf(join(ROOT, 'node_modules/.package-lock.json'));
  const withTools = tools || Object.values(installed).some((it) => it.dev);
  return { isInstalled: isInstalled(locked, installed, withTools), withTools };
}

/**
 * Whether every package that the lock file demands on any system is there in that version.
 * @param {Packages} locked
 * @param {Packages} installed
 * @param {boolean} withTools
 */
export function isInstalled(locked, installed, withTools) {
  return Object.entries(locked).every(([path, it]) => {
    if (path === '' || it.optional || it.devOptional || (it.dev && !withTools)) return true;
    const there = installed[path];
    return there?.version === it.version && there?.integrity === it.integrity;
  });
}

/** @param {readonly string[]} args */
function npm(args) {
  const npmScript = process.env['npm_execpath'];
  return npmScript ? run(process.execPath, [npmScript, ...args], {}) : run('npm', args, {});
}

/**
 * @param {string} lockFile
 * @returns {Packages} empty when there is no such file, or not a whole one
 */
function packagesOf(lockFile) {
  try {
    const json = readFileSync(lockFile, 'utf8');
    return /** @type {{packages: Packages}} */ (JSON.parse(json)).packages;
  } catch {
    // Absent or cut off means the same: it has to be installed.
    return {};
  }
}
