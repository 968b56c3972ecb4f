/** `npm run NAME -- OPTIONS`: builds when needed, then is `scripts/NAME.ts`. */
import { refuseOldNode } from './node.mjs';

refuseOldNode();
const { runTool } = await import('./command.mjs');
const { installIfStale } = await import('./install.mjs');
const { buildIfStale } = await import('./buildIfStale.mjs');

const [name = ''] = process.argv.splice(2, 1);
// These drive browsers with tools that a booth does not install, so they are no part of the build.
const drivesBrowsers = ['bench', 'screenshots'].includes(name);
if (!drivesBrowsers && !['export', 'import', 'obs', 'schedule', 'simulator', 'token'].includes(name)) {
  console.error(
    'Usage: node scripts/run.mjs bench|export|import|obs|schedule|screenshots|simulator|token [OPTIONS]',
  );
  process.exit(2);
}
if (!(await installIfStale({ tools: drivesBrowsers })) || (await buildIfStale()) === null) process.exit(1);
if (drivesBrowsers && (await runTool('typescript/bin/tsc', ['-p', 'tsconfig.bench.json'], {})).code !== 0) {
  process.exit(1);
}
await import(
  new URL(`../${drivesBrowsers ? 'dist-bench' : 'dist'}/scripts/${name}.js`, import.meta.url).href
);
