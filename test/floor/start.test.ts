import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import Database from 'libsql';
import { describe, expect, it, onTestFinished } from 'vitest';
import { BuiltServer } from '../fixtures/builtServer.js';
import { testFolder } from '../fixtures/folder.js';

/** Runs the server with options that it should refuse, and answers what it says and its exit code. */
async function refused(args: string[]): Promise<{ code: unknown; said: string }> {
  const child = spawn(process.execPath, ['dist/server/main.js', ...args]);
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const [code] = await once(child, 'exit');
  return { code, said };
}

function running(): BuiltServer {
  const server = new BuiltServer(['--obs', 'ws://127.0.0.1:1'], {});
  onTestFinished(() => server.dispose());
  return server;
}

function inDatabase<T>(path: string, act: (db: Database.Database) => T): T {
  const db = new Database(path);
  try {
    return act(db);
  } finally {
    db.close();
  }
}

const ONE_SENTENCE = /^[^\n]+\.\n$/;

describe('the server', () => {
  it.each(['--port=x', '--nonsense', 'stray', '--cert=only.pem'])(
    'ends with 2 and one sentence on the option %s',
    async (option) => {
      const { code, said } = await refused([option]);
      expect(code).toBe(2);
      expect(said).toMatch(ONE_SENTENCE);
    },
  );

  it('ends with 1 and one sentence on a port that is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    onTestFinished(() => void other.close());
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' ? address?.port : 0;
    const { code, said } = await refused(['--port', String(port), '--data', testFolder()]);
    expect(code).toBe(1);
    expect(said).toMatch(ONE_SENTENCE);
    expect(said).toContain('--port');
  });

  it('ends with 1 and one sentence on a port that is taken beside the one for devices', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    onTestFinished(() => void other.close());
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
    const args = ['--https', '--port', String(port - 1), '--data', testFolder()];
    const { code, said } = await refused(args);
    expect(code).toBe(1);
    expect(said).toMatch(ONE_SENTENCE);
    expect(said).toContain(`Port ${port}`);
  });

  it('ends with 1 and one sentence on a certificate that is none', async () => {
    const cert = join(testFolder(), 'cert.pem');
    writeFileSync(cert, 'nonsense');
    const { code, said } = await refused([
      '--cert',
      cert,
      '--key',
      cert,
      '--port',
      '0',
      '--data',
      testFolder(),
    ]);
    expect(code).toBe(1);
    expect(said).toMatch(ONE_SENTENCE);
    expect(said).toContain('--cert');
  });

  it.each(['/dev/null/show', '/proc/show', 'no/such/parent/show'])(
    'ends with 1 and one sentence on the folder %s, which cannot be made',
    async (folder) => {
      const { code, said } = await refused(['--port', '0', '--data', folder]);
      expect(code).toBe(1);
      expect(said).toMatch(ONE_SENTENCE);
      expect(said).toContain('--data');
    },
  );

  it('ends with 1 and one sentence on a folder that another one has, which it names', async () => {
    const server = running();
    await server.start();
    const { code, said } = await refused(['--port', '0', '--data', server.data]);
    expect(code).toBe(1);
    expect(said).toMatch(ONE_SENTENCE);
    const { hostname } = await import('node:os');
    const port = new URL(server.url).port;
    expect(said).toContain(`“${hostname()}” on ${hostname()}, port ${port}, process ${server.pid}, since `);
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  });

  it('ends with 1 and one sentence when a simulator is asked for where a real OBS was today', async () => {
    const data = testFolder();
    writeFileSync(join(data, 'real-obs-seen'), new Date().toISOString());
    const { code, said } = await refused(['--port', '0', '--data', data, '--simulator']);
    expect(code).toBe(1);
    expect(said).toMatch(ONE_SENTENCE);
    expect(said).toContain('--data');
  });

  it('ends with 0 after a signal, and leaves the folder to the next', async () => {
    const server = running();
    await server.start();
    expect(await server.stop()).toBe(0);
    await server.start();
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  });

  it('listens in its networks, and says where', async () => {
    const server = running();
    await server.start();
    const own = Object.values((await import('node:os')).networkInterfaces())
      .flat()
      .flatMap((address) => (address?.internal === false && address.family === 'IPv4' ? [address] : []));
    for (const address of own) {
      const there = server.url.replace('127.0.0.1', address.address);
      expect((await fetch(there)).status).toBe(200);
      expect(server.output).toContain(`${there}/`);
    }
  });

  it('backs the show up when it ends, and goes on with the backup when the show file cannot be read', async () => {
    const server = running();
    await server.start();
    const path = join(server.data, 'showfloor.db');
    const { rmSync, writeFileSync } = await import('node:fs');
    const id = randomUUID();
    const ada = { id, name: 'Ada', pronouns: '', title: '', organisation: '', part: 'guest', addedAt: 1 };
    inDatabase(path, (db) =>
      db.prepare('INSERT INTO slices VALUES (?, ?)').run(`guest:${id}`, JSON.stringify(ada)),
    );
    await server.stop();
    writeFileSync(path, 'no database '.repeat(1000));
    for (const suffix of ['-wal', '-shm']) rmSync(path + suffix, { force: true });
    await server.start();
    const found = inDatabase(path, (db) =>
      db.prepare('SELECT key FROM slices WHERE key = ?').all(`guest:${id}`),
    );
    expect(found).toHaveLength(1);
    // It came by the other pipe, so it may come a moment later.
    await expect.poll(() => server.output).toContain('took its place');
  });

  it('goes on when its folder is taken away, and has it written anew by the next start', async () => {
    const server = running();
    await server.start();
    const { renameSync, rmSync } = await import('node:fs');
    renameSync(server.data, `${server.data}-gone`);
    onTestFinished(() => rmSync(`${server.data}-gone`, { recursive: true, force: true }));
    // A token needs the owner's socket, which is in the new folder, and is in the new file.
    const paired = () => server.device('host', 'Pedal').catch(() => null);
    await expect.poll(paired, { timeout: 8000, interval: 200 }).not.toBeNull();
    expect(server.output).toContain('written anew');
    await server.kill();
    await server.start();
    const kept = inDatabase(join(server.data, 'showfloor.db'), (db) =>
      db.prepare("SELECT json_extract(value, '$.name') FROM slices WHERE key LIKE 'device:%'").raw().all(),
    );
    expect(kept.flat()).toContain('Pedal');
  });

  it('begins anew beside a show file that cannot be read, and keeps that file', async () => {
    const server = running();
    const { readdirSync } = await import('node:fs');
    writeFileSync(join(server.data, 'showfloor.db'), 'no database '.repeat(1000));
    await server.start();
    expect(readdirSync(server.data).some((name) => name.includes('unreadable'))).toBe(true);
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  });
});
