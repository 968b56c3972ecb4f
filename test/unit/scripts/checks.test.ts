import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runChecks } from '../../../scripts/checks.mjs';
import { ROOT } from '../../../scripts/project.mjs';

/** A small project under our own rules that breaks each of them in a file of its own. */
const BROKEN: Record<string, string> = {
  'server/show/any.ts': 'export const it: any = 1;\n',
  'server/show/bang.ts': 'export const first = (list: number[]): number => list[0]!;\n',
  'server/show/floating.ts': 'export function go(): void {\n  Promise.resolve(1);\n}\n',
  'server/show/misused.ts': 'export const go = (): void => [1].forEach(async () => Promise.resolve());\n',
  'server/show/catch.ts': "export function go(): void {\n  try {\n    JSON.parse('');\n  } catch {}\n}\n",
  'server/show/switch.ts':
    "export function go(kind: 'a' | 'b'): number {\n  switch (kind) {\n    case 'a':\n      return 1;\n  }\n  return 2;\n}\n",
  'server/show/long.ts': 'export const it = [\n' + '  1,\n'.repeat(250) + '];\n',
  'server/show/later.ts': '// TODO: later\nexport const it = 1;\n',
  'server/show/leak.ts': "export const it: string = JSON.parse('1');\n",
  'server/show/types.ts': "export const count: number = 'one';\n",
  'server/show/unused.ts': 'export const nobodyCallsMe = 1;\n',
  'server/show/ugly.ts': 'export const it={a:1}\n',
  'web/Template.svelte':
    '<script lang="ts">\n  const html: any = 1;\n  const go = async (): Promise<void> => undefined;\n  go();\n</script>\n\n{@html html}\n<b style="color: red">a</b>\n<button>b</button>\n<img src="c" />\n',
  'web/Typed.svelte': '<script lang="ts">\n  const count: number = \'one\';\n</script>\n\n{count}\n',
  'web/style.css': 'p:has(a) {\n  color: red;\n}\n\np {\n  translate: 1px;\n}\n',
  'web/Styled.svelte': '<p>a</p>\n\n<style>\n  p {\n    color: oklch(50% 0 0);\n  }\n</style>\n',
  'overlays/types.ts': "export const page: Document = 'one';\n",
  ...importing('server/protocol/a.ts', '../show/clock.js', 'express', './b.js', 'zod'),
  ...importing('server/protocol/codes.ts', 'zod', './slices.js', './texts.js', 'type ./slices.js'),
  ...importing('server/protocol/commands/a.ts', '../../show/clock.js', 'express', '../codes.js', 'zod'),
  ...importing(
    'server/protocol/panelTexts/a.ts',
    'zod',
    '../slices.js',
    'type ../slices.js',
    'type ../commands.js',
  ),
  ...importing('server/show/a.ts', '../obs/link.js', 'ws', '../protocol/codes.js', './clock.js'),
  ...importing('server/show/b.ts', '../store/disk.js', '../main.js', 'node:crypto', 'zod'),
  ...importing(
    'server/show/commands/c.ts',
    '../../http/edge.js',
    'node:fs',
    '../clock.js',
    '../../protocol/a.js',
  ),
  ...importing('server/obs/a.ts', '../http/edge.js', 'libsql', '../show/clock.js', 'obs-websocket-js'),
  ...importing('server/simulator/a.ts', '../obs/wire.js', 'obs-websocket-js', '../protocol/a.js', 'ws'),
  ...importing('server/store/a.ts', '../takes/ledger.js', 'express', '../show/disk.js', 'libsql'),
  ...importing('server/http/a.ts', '../access/roles.js', 'libsql', '../show/store.js', 'socket.io'),
  ...importing('server/access/a.ts', '../http/gate.js', '../options.js', '../show/actor.js', 'node:crypto'),
  ...importing('server/https/a.ts', '../access/addresses.js', 'express', '../show/store.js', 'node-forge'),
  ...importing('server/guard/a.ts', '../obs/mirror.js', 'express', '../show/store.js', '../protocol/a.js'),
  ...importing('server/takes/a.ts', '../obs/mirror.js', '../../web/a.js', '../show/store.js', 'node:fs'),
  ...importing('server/schedule/a.ts', '../store/a.js', 'libsql', '../show/store.js', 'node:fs'),
  ...importing('server/main.ts', '../web/a.js', '../test/a.js', './obs/link.js', './http/edge.js'),
  ...importing(
    'web/a.ts',
    '../server/show/store.js',
    '../server/protocol/slices.js',
    '../server/protocol/codes.js',
    'type ../server/protocol/slices.js',
  ),
  ...importing(
    'web/parts/b.ts',
    'zod',
    '../../overlays/a.js',
    '../../server/protocol/panelTexts.js',
    'svelte',
  ),
  ...importing('web/live/a.ts', 'svelte', '../parts/b.js', '../../server/protocol/texts.js', './b.js'),
  ...importing(
    'overlays/a.ts',
    '../web/parts/b.js',
    '../server/protocol/events.js',
    '../web/live/live.js',
    '../server/protocol/codes.js',
  ),
  ...importing(
    'overlays/graphics/b.ts',
    'node:fs',
    'svelte',
    '../../web/live/live.js',
    'type ../../server/protocol/slices.js',
  ),
  ...importing('scripts/a.ts', '../web/a.js', '../test/a.js', '../server/obs/link.js', './b.js'),
  ...importing('scripts/plain.mjs', 'vite', '../server/main.js', 'node:fs', './node.mjs'),
};

const CONFIGS = [
  '.oxlintrc.json',
  '.prettierignore',
  '.prettierrc.json',
  'eslint.config.js',
  'knip.json',
  'overlays/tsconfig.json',
  'package.json',
  'stylelint.config.js',
  'svelte.config.js',
  'tsconfig.json',
  'web/tsconfig.json',
];

/** Two imports that the rules forbid in this file, in lines 1 and 2, and two that they allow, in lines 3 and 4. */
function importing(file: string, ...specifiers: [string, string, string, string]): Record<string, string> {
  const lines = specifiers.map((it, at) =>
    it.startsWith('type ')
      ? `import type { x${at} } from '${it.slice(5)}';\n`
      : `import { x${at} } from '${it}';\n`,
  );
  return { [file]: lines.join('') };
}

describe('the checks find', () => {
  let root: string;
  let outputOf: (check: string) => string;

  beforeAll(async () => {
    root = mkdtempSync(join(tmpdir(), 'showfloor-checks-'));
    for (const file of CONFIGS) cpSync(join(ROOT, file), join(root, file));
    symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'), 'junction');
    for (const [file, text] of Object.entries(BROKEN)) {
      mkdirSync(dirname(join(root, file)), { recursive: true });
      writeFileSync(join(root, file), text);
    }
    const findings = await runChecks(root, () => undefined);
    outputOf = (check) => {
      const finding = findings.find(({ name }) => name === check);
      expect(finding?.ok).toBe(false);
      return finding?.output ?? '';
    };
  }, 300_000);
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  it.each([
    ['any', 'no-explicit-any'],
    ['bang', 'no-non-null-assertion'],
    ['floating', 'no-floating-promises'],
    ['misused', 'no-misused-promises'],
    ['catch', 'no-empty'],
    ['switch', 'switch-exhaustiveness-check'],
    ['long', 'max-lines'],
    ['later', 'no-warning-comments'],
    ['leak', 'no-unsafe-assignment'],
  ])('by lint: server/show/%s.ts breaks %s', (file, rule) => {
    const lines = outputOf('lint, and who imports whom').split('\n');
    const found = lines.filter((line) => line.startsWith(`server/show/${file}.ts:`));
    expect(found.join('\n')).toContain(`(${rule})`);
  });

  it.each(Object.keys(BROKEN).filter((file) => BROKEN[file]?.startsWith('import ')))(
    'who imports whom: %s, and only what it may not',
    (file) => {
      const lines = outputOf('lint, and who imports whom').split('\n');
      const found = lines.filter(
        (line) => line.startsWith(`${file}:`) && line.includes('no-restricted-imports'),
      );
      expect(new Set(found.map((line) => line.split(':')[1]))).toEqual(new Set(['1', '2']));
    },
  );

  it.each([
    ['types of server, scripts and tests', /server\/show\/types\.ts.*TS2322/],
    ['types of the overlays', /types\.ts.*TS2322/],
    ['types of the panel', /web\/Typed\.svelte/],
    ['lint of templates', /no-at-html-tags/],
    ['lint of templates', /no-explicit-any/],
    ['lint of templates', /no-floating-promises/],
    ['lint of templates', /refuses a style attribute/],
    ['lint of templates', /button-has-type/],
    ['lint of templates', /a11y_missing_attribute/],
    ['styles that Chrome 103 knows', /css-has.*not supported by Chrome 103/],
    ['styles that Chrome 103 knows', /Unexpected property "translate"/],
    ['styles that Chrome 103 knows', /oklch/],
    ['dead code', /server\/show\/unused\.ts/],
    ['format', /server\/show\/ugly\.ts/],
  ])('%s: %s', (check, expected) => {
    expect(outputOf(check)).toMatch(expected);
  });
});
