/** `npm test`: installs what is missing, checks, builds, runs every suite; the last line counts. */
import { refuseOldNode } from './node.mjs';

refuseOldNode();
const { installIfStale } = await import('./install.mjs');
const { providePrograms } = await import('./programs.mjs');
const { ROOT } = await import('./project.mjs');
const { printFinding, runChecks } = await import('./checks.mjs');
const { buildIfStale } = await import('./buildIfStale.mjs');
const { SUITES, runSuite } = await import('./suites.mjs');
const { FAILED, PASSED, lineOf, sumOf } = await import('./tally.mjs');

const tally = await testAll();
console.log(lineOf(tally));
process.exitCode = tally.failed === 0 ? 0 : 1;

async function testAll() {
  const missing = await providePrograms();
  if (!(await installIfStale({ tools: true }))) return FAILED;
  const findings = await runChecks(ROOT, printFinding);
  const tallies = findings.map(({ ok }) => (ok ? PASSED : FAILED));
  if ((await buildIfStale()) === null) return sumOf([...tallies, FAILED]);
  for (const suite of SUITES) tallies.push(await runSuite(suite, missing));
  return sumOf(tallies);
}
