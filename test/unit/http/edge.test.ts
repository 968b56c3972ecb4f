import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { describe, expect, it } from 'vitest';
import type { Patch, Reply, Snapshot } from '../../../server/protocol/events.js';
import { heard, testEdge, type DeskClient } from '../../fixtures/edge.js';

const ask = (desk: DeskClient, command: unknown): Promise<Reply> =>
  desk.timeout(2000).emitWithAck('command', command as Parameters<typeof desk.emit<'command'>>[1]);

describe('the desk', () => {
  it('gets a snapshot, then patches without a gap', async () => {
    const { floor, desk } = await testEdge();
    floor.obsComes();
    const client = desk();
    const snapshot = await heard<Snapshot>(client, 'snapshot');
    expect(snapshot).toMatchObject({ bootId: floor.bootId, state: { program: { sceneId: 'scene-wide' } } });
    const patch = heard<Patch>(client, 'patch');
    floor.obs({ program: { sceneId: 'scene-close', goingTo: null } });
    expect(await patch).toEqual({
      bootId: floor.bootId,
      seq: snapshot.seq + 1,
      set: { program: { sceneId: 'scene-close', goingTo: null } },
      gone: [],
    });
  });

  it('sees one patch for all that changed in one tick', async () => {
    const { floor, desk } = await testEdge();
    const client = desk();
    await heard(client, 'snapshot');
    const patch = heard<Patch>(client, 'patch');
    floor.obsComes();
    const keys = Object.keys((await patch).set).map((key) => key.split(':', 1)[0]);
    expect(keys).toEqual(expect.arrayContaining(['look', 'obs', 'program', 'record', 'scenes', 'stream']));
  });

  it('never sees what its role may not', async () => {
    const { floor, desk, overlay } = await testEdge();
    const [crew, page] = await Promise.all([
      heard<Snapshot>(desk(), 'snapshot'),
      heard<Snapshot>(overlay(), 'snapshot'),
    ]);
    floor.obsComes();
    expect(Object.keys(crew.state)).not.toContain('identity');
    expect(Object.keys(page.state)).toEqual([]);
  });

  it('does a command and answers it', async () => {
    const { floor, desk } = await testEdge();
    floor.obsComes();
    const client = desk();
    await heard(client, 'snapshot');
    expect(await ask(client, floor.envelope('program.cut', { sceneId: 'scene-close' }))).toEqual({
      ok: true,
    });
    expect(floor.device.asked).toEqual(['program.cut scene-close']);
  });

  it('drops what a page sends faster than fingers can, and says so', async () => {
    const { floor, desk } = await testEdge();
    floor.obsComes();
    const client = desk();
    await heard(client, 'snapshot');
    const cut = () => ask(client, floor.envelope('program.cut', { sceneId: 'scene-close' }));
    const replies = await Promise.all(Array.from({ length: 60 }, cut));
    expect(replies.filter((reply) => !reply.ok && reply.code === 'too-fast')).toHaveLength(20);
  });

  it.each([
    ['a page of another build', { build: 'older' }, 'other-build'],
    ['a page of another protocol', { protocol: 99 }, 'other-build'],
    ['a handshake with more in it', { role: 'producer' }, 'bad-handshake'],
    ['a page without a secret', { token: undefined }, 'unpaired'],
    ['a page with a secret of nobody', { token: 'x'.repeat(43) }, 'unpaired'],
    ['a secret as long as a book', { token: 'x'.repeat(5000) }, 'bad-handshake'],
  ])('turns %s away before it is connected', async (_, change, code) => {
    const { desk, handshake } = await testEdge();
    const error = await heard<{ data: unknown }>(desk({ ...handshake, ...change }), 'connect_error');
    expect(error.data).toEqual({ code, build: handshake.build });
  });

  it.each([
    ['another site', { origin: 'https://evil.example' }],
    ['a sandboxed frame', { origin: 'null' }],
    ['a program with a cookie', { cookie: 'a=b' }],
    ['a rebound name', { host: 'evil.example' }],
  ])('turns a socket of %s away', async (_, headers) => {
    const { desk, handshake } = await testEdge();
    const client = desk(handshake, headers);
    await heard(client, 'connect_error');
    expect(client.connected).toBe(false);
  });

  it('stays up, and keeps its state, whatever comes through the door', async () => {
    const { floor, desk, overlay } = await testEdge();
    floor.obsComes();
    const client = desk();
    const page = overlay();
    await Promise.all([heard(client, 'snapshot'), heard(page, 'snapshot')]);
    const before = floor.store.state;
    const junk = [undefined, null, 7, '', 'x'.repeat(1000), [], [[]], {}, { id: 1 }, { __proto__: null }];
    const events = [
      'command',
      'clock',
      'renderer.hello',
      'renderer.report',
      'renderer.ping',
      'snapshot',
      'no.such',
    ];
    for (const socket of [client, page]) {
      // The types say what may be sent; this test sends everything else.
      const any = socket as unknown as { emit: (event: string, ...args: unknown[]) => void };
      for (const event of events) for (const value of junk) any.emit(event, value, value);
    }
    // Answers to questions asked last: by then everything before them was taken in.
    expect(await ask(client, floor.envelope('guest.remove', { guestId: randomUUID() }))).toEqual({
      ok: true,
    });
    expect(await page.timeout(2000).emitWithAck('clock')).toBe(floor.clock.now());
    expect(floor.store.state).toEqual(before);
    const other = desk();
    expect((await heard<Snapshot>(other, 'snapshot')).bootId).toBe(floor.bootId);
  });

  it('loses only the socket that sends a message beyond measure', async () => {
    const { floor, desk } = await testEdge();
    const [big, small] = [desk(), desk()];
    await Promise.all([heard(big, 'snapshot'), heard(small, 'snapshot')]);
    const gone = heard(big, 'disconnect');
    big.emit(
      'command',
      { ...floor.envelope('graphic.clearAll', {}), id: 'x'.repeat(100_000) },
      () => undefined,
    );
    await gone;
    expect(small.connected).toBe(true);
    expect(await ask(small, floor.envelope('graphic.clearAll', {}))).toEqual({ ok: true });
  });
});

describe('an overlay page', () => {
  const hello = () => ({
    rendererId: randomUUID(),
    kind: 'air' as const,
    layers: ['lower-third' as const],
    build: 'test-build',
    inObs: false,
    source: null,
  });

  it('is known from its hello until it goes', async () => {
    const { floor, desk, overlay } = await testEdge();
    const watcher = desk();
    const page = overlay();
    await Promise.all([heard(watcher, 'snapshot'), heard(page, 'snapshot')]);
    const came = heard<Patch>(watcher, 'patch');
    const one = hello();
    page.emit('renderer.hello', one);
    expect((await came).set.renderers).toMatchObject([{ rendererId: one.rendererId, alive: true }]);
    const went = heard<Patch>(watcher, 'patch');
    page.disconnect();
    expect((await went).set.renderers).toEqual([]);
    expect(floor.store.state.renderers).toEqual([]);
  });

  it('that stops answering pings is called dead, and alive again when it answers', async () => {
    const { floor, overlay } = await testEdge();
    const page = overlay();
    await heard(page, 'snapshot');
    let answering = false;
    page.on('renderer.ping', (answer) => {
      if (answering) answer();
    });
    page.emit('renderer.hello', hello());
    const alive = (wanted: boolean) =>
      new Promise<void>((resolve) => {
        const stop = floor.store.subscribe(() => {
          if (floor.store.state.renderers?.[0]?.alive !== wanted) return;
          stop();
          resolve();
        });
      });
    await alive(false);
    answering = true;
    await alive(true);
  }, 10_000);

  it('cannot command anything', async () => {
    const { floor, overlay } = await testEdge();
    floor.obsComes();
    const page = overlay();
    await heard(page, 'snapshot');
    const any = page as unknown as {
      timeout: (ms: number) => { emitWithAck: (...args: unknown[]) => Promise<unknown> };
    };
    const command = floor.envelope('program.cut', { sceneId: 'scene-close' });
    await expect(any.timeout(300).emitWithAck('command', command)).rejects.toThrow();
    expect(floor.device.asked).toEqual([]);
  });
});

describe('by HTTP', () => {
  function get(origin: string, path: string, headers: Record<string, string> = {}) {
    return new Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; body: string }>(
      (resolve, reject) => {
        request(origin + path, { headers, timeout: 2000 }, (response) => {
          let body = '';
          response.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
          response.on('end', () =>
            resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
          );
        })
          .on('error', reject)
          .end();
      },
    );
  }

  it('health is open to all and has no secrets', async () => {
    const { floor, origin } = await testEdge();
    floor.obsComes();
    const { status, body } = await get(origin, '/healthz');
    expect(status).toBe(200);
    expect(JSON.parse(body)).toEqual({ status: 'ok', version: '0.0.0', obs: 'connected' });
  });

  it('a foreign name in Host gets nothing', async () => {
    const { origin } = await testEdge();
    expect((await get(origin, '/healthz', { host: 'evil.example' })).status).toBe(421);
  });

  it('every page has a strict policy and does not say what serves it', async () => {
    const { origin } = await testEdge();
    for (const path of ['/', '/overlay/', '/nothing', '/assets/nothing.js']) {
      const { headers } = await get(origin, path);
      const policy = String(headers['content-security-policy']);
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self'");
      expect(policy.includes("style-src 'self' 'unsafe-inline'")).toBe(path.startsWith('/overlay'));
      expect(headers['x-powered-by']).toBeUndefined();
      expect(headers['strict-transport-security']).toBeUndefined();
      expect(headers['access-control-allow-origin']).toBeUndefined();
    }
  });

  it.each([
    '/%',
    '/overlay/%c0%ae%c0%ae/',
    '/assets/../../package.json',
    '/assets/%2e%2e/%2e%2e/package.json',
    '/socket.io/',
    '/socket.io/?EIO=4&transport=polling',
  ])('GET %s gives nothing away', async (path) => {
    const { origin } = await testEdge();
    const { status, body } = await get(origin, path);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(body).not.toContain('node_modules');
    expect(body).not.toContain('"name": "showfloor"');
  });
});
