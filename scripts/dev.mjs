/** `npm run dev -- OPTIONS`: compiles the server at each change and restarts it; Vite reloads the pages. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { refuseOldNode } from './node.mjs';

refuseOldNode();
const { installIfStale } = await import('./install.mjs');
const { ROOT } = await import('./project.mjs');

/** What tsc says at the end of each round, with or without type errors; those do not keep the server from running. */
const COMPILED = /Found \d+ errors?\. Watching/;
const COMPILE = ['-p', 'tsconfig.build.json', '--outDir', 'dist-dev', '--watch', '--preserveWatchOutput'];
const SERVER = ['dist-dev/server/main.js', ...process.argv.slice(2)];

if (!(await installIfStale({ tools: true }))) process.exit(1);
mkdirSync(`${ROOT}/dist-dev`, { recursive: true });
writeFileSync(`${ROOT}/dist-dev/build.json`, JSON.stringify({ build: 'dev' }));

/** @type {import('node:child_process').ChildProcess | undefined} */
let server;
let restarting = Promise.resolve();
const compiler = spawn(process.execPath, ['node_modules/typescript/bin/tsc', ...COMPILE], {
  cwd: ROOT,
  stdio: ['ignore', 'pipe', 'inherit'],
});
compiler.stdout.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
  process.stdout.write(text);
  if (COMPILED.test(text)) restarting = restarting.then(restart);
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => compiler.kill());
compiler.once('exit', () => {
  restarting = restarting.then(stop);
});

async function restart() {
  await stop();
  const env = { ...process.env, SHOWFLOOR_DEV: '1', SHOWFLOOR_BUILD: 'dev' };
  server = spawn(process.execPath, SERVER, { cwd: ROOT, env, stdio: 'inherit' });
}

async function stop() {
  if (!server || server.exitCode !== null || server.signalCode !== null) return;
  server.kill();
  await once(server, 'exit');
}
