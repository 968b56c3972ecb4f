/**
 * A build is a folder `dist-<hash of the sources>` that is never changed once it is whole, and `dist` is a link to the
 * newest. So a build that fails touches nothing that runs.
 */
import { readdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runTool } from './command.mjs';
import { ROOT, START_LOCK } from './project.mjs';
import { hashSources } from './sources.mjs';
import { underLock } from './startLock.mjs';

const DIST = join(ROOT, 'dist');

/**
 * Builds the server and the pages unless `dist` is already made of these sources.
 * @returns {Promise<string | null>} the build's id; null when it failed, and the compiler has said why
 */
export async function buildIfStale() {
  const build = hashSources(ROOT);
  return buildIn(DIST) === build ? build : underLock(START_LOCK, renew);
}

/** @returns {Promise<string | null>} as above */
async function renew() {
  const build = hashSources(ROOT);
  const current = buildIn(DIST);
  // Whoever had the lock before did it.
  if (current === build) return build;
  if (buildIn(folderOf(build)) !== build && !(await make(build))) {
    const old =
      current === null ? '' : ' The last good build is untouched: node dist/server/main.js runs it.';
    console.error(`The build failed; the lines above say why.${old}`);
    return null;
  }
  pointDistAt(build);
  removeOld([build, current]);
  return build;
}

/**
 * @param {string} folder
 * @returns {string | null} the id of the whole build in it
 */
function buildIn(folder) {
  try {
    const json = readFileSync(join(folder, 'build.json'), 'utf8');
    return /** @type {{build: string}} */ (JSON.parse(json)).build;
  } catch {
    // Written last: without it there is no whole build.
    return null;
  }
}

/** @param {string} build */
function folderOf(build) {
  return join(ROOT, `dist-${build}`);
}

/**
 * @param {string} build
 * @returns {Promise<boolean>}
 */
async function make(build) {
  console.log('Building …');
  const draft = `${folderOf(build)}.${process.pid}`;
  const discard = () => rmSync(draft, { recursive: true, force: true });
  // A signal ends us in the middle, see `run`.
  process.once('exit', discard);
  const env = { SHOWFLOOR_BUILD: build };
  const made = await Promise.all([
    runTool('typescript/bin/tsc', ['-p', 'tsconfig.build.json', '--outDir', draft], { env }),
    runTool('vite/bin/vite.js', ['build', '--outDir', join(draft, 'pages'), '--logLevel', 'error'], { env }),
  ]);
  const whole = made.every(({ code }) => code === 0);
  if (whole) {
    writeFileSync(join(draft, 'build.json'), JSON.stringify({ build }));
    renameSync(draft, folderOf(build));
  }
  discard();
  process.off('exit', discard);
  return whole;
}

/** @param {string} build */
function pointDistAt(build) {
  const link = `${folderOf(build)}.link${process.pid}`;
  rmSync(link, { force: true });
  // A junction needs no privilege on Windows; elsewhere the kind is ignored.
  symlinkSync(process.platform === 'win32' ? folderOf(build) : `dist-${build}`, link, 'junction');
  try {
    renameSync(link, DIST);
  } catch {
    // Windows does not rename over a link, and nobody over a folder that a compiler wrote by hand.
    rmSync(DIST, { recursive: true, force: true });
    renameSync(link, DIST);
  }
}

/**
 * Removes builds but the named ones (the newest, and the one before, which may be running), and what a start that was
 * killed had begun: nobody else builds now.
 * @param {readonly (string | null)[]} kept
 */
function removeOld(kept) {
  for (const name of readdirSync(ROOT)) {
    const [, build, draft] = /^dist-([0-9a-f]{12})(\..+)?$/.exec(name) ?? [];
    const isKept = build === undefined || (draft === undefined && kept.includes(build));
    if (!isKept) tryToRemove(join(ROOT, name));
  }
}

/** @param {string} folder */
function tryToRemove(folder) {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch {
    // A compiler outlived its start and still writes there; the next build removes it.
  }
}
