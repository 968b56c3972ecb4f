import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that package.json is in. */
export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
