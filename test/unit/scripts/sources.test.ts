import { cpSync, mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hashSources } from '../../../scripts/sources.mjs';

let root: string;
const write = (path: string, text: string) => writeFileSync(join(root, path), text);

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'showfloor-sources-'));
  for (const folder of ['overlays', 'scripts', 'server/show', 'web']) {
    mkdirSync(join(root, folder), { recursive: true });
  }
  write('scripts/buildIfStale.mjs', '');
  for (const file of ['package-lock.json', 'svelte.config.js', 'vite.config.ts']) write(file, '');
  for (const file of ['tsconfig.json', 'tsconfig.build.json']) write(file, '{}');
  write('server/show/store.ts', 'export {};');
});
afterEach(() => rmSync(root, { recursive: true }));

describe('the hash of the sources', () => {
  it('is the same for the same content, whenever and wherever it was written', () => {
    const before = hashSources(root);
    utimesSync(join(root, 'server/show/store.ts'), 1, 1);
    expect(hashSources(root)).toBe(before);

    const copy = mkdtempSync(join(tmpdir(), 'showfloor-sources-'));
    cpSync(root, copy, { recursive: true });
    expect(hashSources(copy)).toBe(before);
    rmSync(copy, { recursive: true });
  });

  it.each([
    ['a source', 'server/show/store.ts'],
    ['a new style', 'web/tokens.css'],
    ['a graphic', 'overlays/strap.ograf.json'],
    ['a script that is compiled', 'scripts/simulator.ts'],
    ['a package', 'package-lock.json'],
    ['the way to build', 'vite.config.ts'],
  ])('changes with %s', (_what, path) => {
    const before = hashSources(root);
    write(path, 'something else');
    expect(hashSources(root)).not.toBe(before);
  });

  it('changes when a file moves', () => {
    const before = hashSources(root);
    renameSync(join(root, 'server/show/store.ts'), join(root, 'server/show/shop.ts'));
    expect(hashSources(root)).not.toBe(before);
  });

  it('stays when a script changes that is not compiled', () => {
    const before = hashSources(root);
    write('scripts/check.mjs', 'something else');
    expect(hashSources(root)).toBe(before);
  });
});
