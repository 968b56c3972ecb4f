import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = new URL('../../', import.meta.url);

/** The repository, two folders above the compiled file. */
export const REPOSITORY = fileURLToPath(root);

/** Where the built pages are. */
export const BUILT_PAGES = fileURLToPath(new URL('dist/pages', root));

/** The version of the package, and the hash of the sources that this build was made of. */
export function readBuild(): { version: string; build: string } {
  const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, root), 'utf8'));
  return {
    version: textIn(read('package.json'), 'version'),
    build: textIn(read('dist/build.json'), 'build'),
  };
}

function textIn(json: unknown, key: string): string {
  // JSON is an object here or the build is broken, which the check below says.
  const value = (json as Record<string, unknown>)[key];
  if (typeof value !== 'string') throw new Error(`"${key}" is missing: build again`);
  return value;
}
