import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The build that this file is part of: a newer one beside it must not change the pages of a server that runs. */
const build = new URL('../', import.meta.url);
const repository = new URL('../', build);

/** Where the sources are, for development. */
export const REPOSITORY = fileURLToPath(repository);

/** Where the built pages are. */
export const BUILT_PAGES = fileURLToPath(new URL('pages', build));

/** The version of the package, and the hash of the sources that this build was made of. */
export function readBuild(): { version: string; build: string } {
  return {
    version: textIn(new URL('package.json', repository), 'version'),
    build: textIn(new URL('build.json', build), 'build'),
  };
}

function textIn(file: URL, key: string): string {
  const json: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const value: unknown = typeof json === 'object' && json !== null ? Reflect.get(json, key) : undefined;
  if (typeof value !== 'string') throw new Error(`"${key}" is missing in ${file.pathname}: build again`);
  return value;
}
