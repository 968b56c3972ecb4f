/** `npm run test:long`: suites that take longer than `npm test` may; the last line counts. */
import { refuseOldNode } from './node.mjs';

refuseOldNode();
const { installIfStale } = await import('./install.mjs');
const { providePrograms } = await import('./programs.mjs');
const { buildIfStale } = await import('./buildIfStale.mjs');
const { LONG_SUITES, runSuite } = await import('./suites.mjs');
const { FAILED, lineOf, sumOf } = await import('./tally.mjs');

const tally = await testAll();
console.log(lineOf(tally));
process.exitCode = tally.failed === 0 ? 0 : 1;

async function testAll() {
  const missing = await providePrograms();
  if (!(await installIfStale({ tools: true }))) return FAILED;
  if ((await buildIfStale()) === null) return FAILED;
  const tallies = [];
  for (const suite of LONG_SUITES) tallies.push(await runSuite(suite, missing));
  return sumOf(tallies);
}
