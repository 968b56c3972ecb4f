/** `npm run NAME -- OPTIONS`: builds when needed, then is `scripts/NAME.ts`. */
import { refuseOldNode } from './node.mjs';

refuseOldNode();
const { runTool } = await import('./command.mjs');
const { installIfStale } = await import('./install.mjs');
const { buildIfStale } = await import('./buildIfStale.mjs');

const [name = ''] = process.argv.splice(2, 1);
// The bench drives browsers with tools that a booth does not install, so it is no part of the build.
const isBench = name === 'bench';
if (!isBench && !['obs', 'simulator', 'token'].includes(name)) {
  console.error('Usage: node scripts/run.mjs bench|obs|simulator|token [OPTIONS]');
  process.exit(2);
}
if (!(await installIfStale({ tools: isBench })) || (await buildIfStale()) === null) process.exit(1);
if (isBench && (await runTool('typescript/bin/tsc', ['-p', 'tsconfig.bench.json'], {})).code !== 0) {
  process.exit(1);
}
await import(new URL(`../${isBench ? 'dist-bench' : 'dist'}/scripts/${name}.js`, import.meta.url).href);
