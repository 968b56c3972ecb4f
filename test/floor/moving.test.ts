import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { describe, expect, it, onTestFinished } from 'vitest';
import { BuiltServer } from '../fixtures/builtServer.js';
import { testFolder } from '../fixtures/folder.js';
import { tool } from './tool.js';

const ONE_SENTENCE = /^[^\n]+\.\n$/;

describe('a show on the move', () => {
  it('is exported while its server runs, and is there where it is imported', async () => {
    const server = new BuiltServer(['--obs', 'ws://127.0.0.1:1'], {});
    onTestFinished(() => server.dispose());
    await server.start();
    const id = randomUUID();
    const ada = { id, name: 'Ada', pronouns: '', title: '', organisation: '', part: 'guest', addedAt: 1 };
    const db = new Database(join(server.data, 'showfloor.db'));
    db.prepare('INSERT INTO slices VALUES (?, ?)').run(`guest:${id}`, JSON.stringify(ada));
    db.close();
    const file = join(testFolder(), 'mine.showfloor');
    expect((await tool('export', [file, '--data', server.data])).code).toBe(0);

    const again = await tool('export', [file, '--data', server.data]);
    expect(again).toMatchObject({ code: 1, said: expect.stringMatching(ONE_SENTENCE) });
    const used = await tool('import', [file, '--data', server.data]);
    expect(used).toMatchObject({ code: 1, said: expect.stringContaining('Another Showfloor') });

    const there = join(testFolder(), 'show');
    expect((await tool('import', [file, '--data', there])).code).toBe(0);
    const found = new Database(join(there, 'showfloor.db'));
    const names = "SELECT json_extract(value, '$.name') FROM slices WHERE key LIKE 'guest:%'";
    expect(found.prepare(names).raw().all()).toEqual([['Ada']]);
    found.close();
    const twice = await tool('import', [file, '--data', there]);
    expect(twice).toMatchObject({ code: 1, said: expect.stringMatching(ONE_SENTENCE) });
  });

  it('is refused with 2 where no file is named, and with 1 where there is none', async () => {
    const there = join(testFolder(), 'show');
    mkdirSync(there);
    const [unnamed, absent] = await Promise.all([
      tool('export', ['--data', there]),
      tool('import', [join(there, 'no.showfloor'), '--data', `${there}-2`]),
    ]);
    expect(unnamed).toMatchObject({ code: 2, said: expect.stringMatching(ONE_SENTENCE) });
    expect(absent).toMatchObject({ code: 1, said: expect.stringMatching(ONE_SENTENCE) });
    expect(existsSync(join(`${there}-2`, 'showfloor.db'))).toBe(false);
  });
});
