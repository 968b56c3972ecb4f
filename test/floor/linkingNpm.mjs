/**
 * Stands in for npm where a test installs: `ci` links the packages of another clone, those of the lock file that it was
 * asked for, and writes npm's own record of them. Each run is noted, and one that meets another in the same folder fails.
 */
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

const { SHOWFLOOR_TEST_PACKAGES: source = '', SHOWFLOOR_TEST_NOTES: notes = '' } = process.env;
const args = process.argv.slice(2);
appendFileSync(notes, `${args.join(' ')}\n`);

const busy = `${notes}.busy`;
mkdirSync(busy);
rmSync('node_modules', { recursive: true, force: true });
const lock = /** @type {{packages: Record<string, {dev?: boolean}>}} */ (
  JSON.parse(readFileSync('package-lock.json', 'utf8'))
);
const wanted = Object.entries(lock.packages).filter(
  ([path, it]) => path !== '' && !(it.dev && args.includes('--omit=dev')) && existsSync(join(source, path)),
);
for (const [path] of wanted) {
  // What lies in another package comes with that one's link.
  if (path.lastIndexOf('node_modules/') > 0) continue;
  mkdirSync(dirname(path), { recursive: true });
  symlinkSync(join(source, path), path, 'junction');
}
writeFileSync('node_modules/.package-lock.json', JSON.stringify({ packages: Object.fromEntries(wanted) }));
rmSync(busy, { recursive: true });
