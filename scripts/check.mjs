/** `npm run check`: lint, types, styles, dead code and format, all of them even when one fails. */
import { refuseOldNode } from './node.mjs';

refuseOldNode();
const { installIfStale } = await import('./install.mjs');
const { ROOT } = await import('./project.mjs');
const { printFinding, runChecks } = await import('./checks.mjs');

if (!(await installIfStale({ tools: true }))) process.exit(1);
const findings = await runChecks(ROOT, printFinding);
const wrong = findings.filter(({ ok }) => !ok).length;
console.log(wrong === 0 ? 'All checks pass.' : `${wrong} of ${findings.length} checks found something.`);
process.exitCode = wrong === 0 ? 0 : 1;
