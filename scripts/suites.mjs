import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTool } from './command.mjs';
import { PROGRAMS } from './programs.mjs';
import { NOTHING, tallyOf } from './tally.mjs';

/**
 * `project` is the one of vitest.config.ts.
 * @typedef {{project: string, needs: readonly string[], deadlineMs: number}} Suite
 */

/** In the order of what fails first when something basic is broken. @type {readonly Suite[]} */
export const SUITES = [
  { project: 'unit', needs: [], deadlineMs: 300_000 },
  { project: 'obs', needs: ['obs', 'Xvfb'], deadlineMs: 600_000 },
  { project: 'overlay', needs: ['chromium'], deadlineMs: 600_000 },
  { project: 'floor', needs: ['obs', 'Xvfb', 'chromium', 'ffmpeg'], deadlineMs: 900_000 },
  { project: 'attack', needs: [], deadlineMs: 180_000 },
  { project: 'campaign', needs: [], deadlineMs: 240_000 },
];

/** What `npm run test:long` runs. @type {readonly Suite[]} */
export const LONG_SUITES = [
  { project: 'long', needs: ['obs', 'Xvfb', 'chromium', 'ffmpeg'], deadlineMs: 1_800_000 },
];

/**
 * Runs one suite, or says why not and what to install.
 * @param {Suite} suite
 * @param {readonly string[]} missing programs that this machine lacks
 * @returns {Promise<import('./tally.mjs').Tally>}
 */
export async function runSuite({ project, needs, deadlineMs }, missing) {
  const lacking = needs.filter((program) => missing.includes(program));
  if (lacking.length > 0) {
    console.log(`Skipped: ${project}, which needs ${lacking.map(howToGet).join(', ')}.`);
    return { ...NOTHING, skipped: 1 };
  }
  console.log(`\n${project}`);
  const folder = mkdtempSync(join(tmpdir(), 'showfloor-test-'));
  const file = join(folder, 'report.json');
  const args = [
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ];
  const { code } = await runTool('vitest/vitest.mjs', args, { env: { CI: 'true' }, deadlineMs });
  const tally = tallyOf(reportIn(file), code);
  rmSync(folder, { recursive: true, force: true });
  return tally;
}

/** @param {string} program */
function howToGet(program) {
  const packages = Object.entries(PROGRAMS).find(([name]) => name === program)?.[1] ?? [];
  return `${program} (Debian: ${packages.join(' ')})`;
}

/**
 * @param {string} file
 * @returns {import('./tally.mjs').Report | null}
 */
function reportIn(file) {
  try {
    return /** @type {import('./tally.mjs').Report} */ (JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    // Vitest died before it wrote one; the tally counts that as a failure.
    return null;
  }
}
