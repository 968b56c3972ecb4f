/** `npm run NAME -- OPTIONS`: builds when needed, then runs `scripts/NAME.ts` in this process. */
import { refuseOldNode } from './node.mjs';

refuseOldNode();
const { installIfStale } = await import('./install.mjs');
const { buildIfStale } = await import('./buildIfStale.mjs');

const [name] = process.argv.splice(2, 1);
if (!name || !/^\w+$/.test(name)) {
  console.error('Usage: node scripts/run.mjs NAME [OPTIONS], where scripts/NAME.ts exists.');
  process.exit(2);
}
if (!(await installIfStale({ tools: false })) || (await buildIfStale()) === null) process.exit(1);
await import(new URL(`../dist/scripts/${name}.js`, import.meta.url).href);
