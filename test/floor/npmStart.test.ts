import { appendFileSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Clone } from './clone.js';

// One clone that lives through it all, as at a booth: the tests depend on their order.
const clone = new Clone();
const made = (build: string) => statSync(join(build, 'build.json')).mtimeMs;
const builds = () => readdirSync(clone.folder).filter((name) => name.startsWith('dist-'));

beforeAll(() => clone.copy());
afterAll(() => clone.dispose());

describe('npm start', () => {
  it('brings up two at once on a fresh clone, with one install and one build between them', async () => {
    const starts = [clone.start('one'), clone.start('two')];
    for (const start of starts) {
      const address = await start.address();
      expect((await fetch(`${address}/healthz`)).status).toBe(200);
      expect(await (await fetch(address)).text()).toContain('<script type="module"');
    }
    expect(clone.installs()).toEqual([expect.stringContaining('--omit=dev')]);
    expect(existsSync(join(clone.folder, 'node_modules/vitest'))).toBe(false);
    expect(builds()).toHaveLength(1);
    for (const start of starts) expect(await start.interrupt()).toBe(0);
  });

  it('neither installs nor builds a second time', async () => {
    const [build, time] = [clone.build(), made(clone.build())];
    const start = clone.start('one');
    expect((await fetch(`${await start.address()}/healthz`)).status).toBe(200);
    expect(await start.interrupt()).toBe(0);
    expect(clone.build()).toBe(build);
    expect(made(build)).toBe(time);
    expect(clone.installs()).toHaveLength(1);
  });

  it('keeps the last build when a source does not compile, and says so in one sentence', async () => {
    const build = clone.build();
    const source = join(clone.folder, 'server/clock.ts');
    const before = readFileSync(source);
    appendFileSync(source, "export const hour: number = 'noon';\n");
    const start = clone.start('one');
    expect(await start.ended()).toBe(1);
    expect(start.failed).toMatch(/^[^\n]+\.\n$/);
    expect(clone.build()).toBe(build);
    expect(builds()).toHaveLength(1);
    writeFileSync(source, before);
  });

  it('builds again when a source changed, and keeps the build before, which may be running', async () => {
    const before = clone.build();
    appendFileSync(join(clone.folder, 'server/clock.ts'), '// Changed.\n');
    const start = clone.start('one');
    expect((await fetch(`${await start.address()}/healthz`)).status).toBe(200);
    expect(clone.build()).not.toBe(before);
    expect(builds()).toHaveLength(2);
    expect(await start.interrupt()).toBe(0);
  });
});
