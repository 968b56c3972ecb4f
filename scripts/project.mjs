import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that package.json is in. */
export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/** Held by the one start that installs or builds; see `startLock.mjs`. */
export const START_LOCK = join(ROOT, 'dist-lock');
