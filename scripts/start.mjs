/** `npm start -- OPTIONS`: installs and builds when needed, then is the server. */
import { refuseOldNode } from './node.mjs';

refuseOldNode();
const { installIfStale } = await import('./install.mjs');
const { buildIfStale } = await import('./buildIfStale.mjs');

if (!(await installIfStale({ tools: false })) || (await buildIfStale()) === null) process.exit(1);
// In this process: signals and the exit code are the server's own, and no second Node has to start.
await import(new URL('../dist/server/main.js', import.meta.url).href);
