/** `npm run build`: the server and the pages, when the sources changed. */
import { refuseOldNode } from './node.mjs';

refuseOldNode();
const { installIfStale } = await import('./install.mjs');
const { buildIfStale } = await import('./buildIfStale.mjs');

if (!(await installIfStale({ tools: false }))) process.exit(1);
const build = await buildIfStale();
if (build === null) process.exit(1);
console.log(`Build ${build} is in dist.`);
