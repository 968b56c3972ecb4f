import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runTool } from './command.mjs';

/** Against a tool that hangs; a slow machine is far below it. */
const DEADLINE_MS = 600_000;

/** @typedef {{name: string, tool: string, args: readonly string[]}} Check */
/** @typedef {{name: string, ok: boolean, output: string, seconds: number}} Finding */

/** Slow ones first: they run two at a time. @type {readonly Check[]} */
const CHECKS = [
  {
    name: 'types of the panel',
    tool: 'svelte-check/bin/svelte-check',
    args: ['--tsconfig', 'web/tsconfig.json', '--fail-on-warnings', '--output', 'human'],
  },
  { name: 'types of server, scripts and tests', tool: 'typescript/bin/tsc', args: ['-p', 'tsconfig.json'] },
  { name: 'types of the overlays', tool: 'typescript/bin/tsc', args: ['-p', 'overlays/tsconfig.json'] },
  {
    name: 'lint, and who imports whom',
    tool: 'oxlint/bin/oxlint',
    args: ['--type-aware', '--deny-warnings', '--format', 'unix'],
  },
  {
    name: 'lint of templates',
    tool: 'eslint/bin/eslint.js',
    args: ['--max-warnings', '0', 'web/**/*.svelte'],
  },
  {
    name: 'styles that Chrome 103 knows',
    tool: 'stylelint/bin/stylelint.mjs',
    args: ['--max-warnings', '0', '{web,overlays}/**/*.{css,svelte,html}'],
  },
  { name: 'dead code', tool: 'knip/bin/knip.js', args: ['--no-progress'] },
  { name: 'format', tool: 'prettier/bin/prettier.cjs', args: ['--check', '--log-level', 'warn', '.'] },
];

/**
 * Runs every check, two at a time, and tells of each when it is done.
 * @param {string} root folder of the project
 * @param {(finding: Finding) => void} tell
 * @returns {Promise<Finding[]>}
 */
export async function runChecks(root, tell) {
  const waiting = [...CHECKS];
  /** @type {Finding[]} */
  const findings = [];
  async function work() {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const finding = await runCheck(root, check);
      findings.push(finding);
      tell(finding);
    }
  }
  await Promise.all([work(), work()]);
  return findings;
}

/** @param {Finding} finding */
export function printFinding({ name, ok, output, seconds }) {
  console.log(`${ok ? '✓' : '✗'} ${name} (${seconds.toFixed(1)} s)`);
  if (!ok) console.log(`${output.trimEnd()}\n`);
}

/**
 * @param {string} root
 * @param {Check} check
 * @returns {Promise<Finding>}
 */
async function runCheck(root, { name, tool, args }) {
  const began = performance.now();
  if (!existsSync(join(root, 'node_modules', tool))) {
    return { name, ok: false, output: `${tool} is not installed: npm ci`, seconds: 0 };
  }
  const { code, output } = await runTool(tool, args, { cwd: root, capture: true, deadlineMs: DEADLINE_MS });
  return { name, ok: code === 0, output, seconds: (performance.now() - began) / 1000 };
}
