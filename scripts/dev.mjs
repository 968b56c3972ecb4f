/** `npm run dev -- OPTIONS`: compiles the server at each change and restarts it; Vite reloads the pages. */
import { spawn } from 'node:child_process';
import { refuseOldNode } from './node.mjs';

refuseOldNode();
const { installIfStale } = await import('./install.mjs');
const { runTool } = await import('./command.mjs');
const { ROOT } = await import('./project.mjs');

const COMPILER = 'typescript/bin/tsc';
const COMPILE = ['-p', 'tsconfig.build.json', '--outDir', 'dist-dev'];

if (!(await installIfStale({ tools: true }))) process.exit(1);
// Once to its end, so that the server has something to start from; type errors do not keep it from running.
await runTool(COMPILER, COMPILE, {});
const env = { ...process.env, SHOWFLOOR_DEV: '1', SHOWFLOOR_BUILD: 'dev' };
const options = /** @type {const} */ ({ cwd: ROOT, env, stdio: 'inherit' });
const parts = [
  spawn(
    process.execPath,
    [`node_modules/${COMPILER}`, ...COMPILE, '--watch', '--preserveWatchOutput'],
    options,
  ),
  spawn(process.execPath, ['--watch', 'dist-dev/server/main.js', ...process.argv.slice(2)], options),
];
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => parts.forEach((part) => part.kill()));
}
for (const part of parts) part.once('exit', () => parts.forEach((other) => other.kill()));
