import { once } from 'node:events';
import { request as plainRequest, type IncomingMessage } from 'node:http';
import { request as tlsRequest } from 'node:https';
import { connect } from 'node:net';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { io } from 'socket.io-client';
import { Authority } from '../../../server/https/authority.js';
import { daysFrom, signed, type Pair } from '../../../server/https/x509.js';
import { placeFor } from '../../../server/http/toHttps.js';
import type { Snapshot } from '../../../server/protocol/events.js';
import { heard, testEdge, type DeskClient } from '../../fixtures/edge.js';

let authority: Authority;
let pair: Pair;

beforeAll(async () => {
  const extensions = [{ name: 'basicConstraints', critical: true, cA: true }];
  authority = new Authority(await signed({ subject: 'Test', ...daysFrom(Date.now(), 90), extensions }, null));
  pair = await authority.issue('booth', ['127.0.0.1'], Date.now());
});

/** An edge that speaks HTTPS; `tls` and `front` are its port for devices, asked rightly and without TLS. */
async function secureEdge() {
  const made = await testEdge({ pair, authority });
  const { port } = made.edge;
  return { ...made, tls: `https://127.0.0.1:${port}`, front: `http://127.0.0.1:${port}` };
}

interface Asked {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
}

/** By a client that trusts our authority and nobody else. */
function ask(url: string, { method = 'GET', headers = {}, body }: Asked = {}) {
  return new Promise<IncomingMessage & { text: string }>((resolve, reject) => {
    const request = url.startsWith('https:') ? tlsRequest : plainRequest;
    // Who the server is judged by its address, whatever `Host` claims.
    const trusting = { ca: authority.pem, servername: '' };
    request(url, { method, headers, ...trusting, timeout: 2000, agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      response.on('end', () => resolve(Object.assign(response, { text })));
    })
      .on('error', reject)
      .end(body);
  });
}

function pairBy(url: string, code: string) {
  const headers = { 'content-type': 'application/json' };
  return ask(`${url}/pair`, { method: 'POST', headers, body: JSON.stringify({ code }) });
}

/** A page's socket on the desk, from this origin. */
function deskAt(url: string, auth: object, extraHeaders: Record<string, string>): DeskClient {
  const options = { transports: ['websocket'], forceNew: true, reconnection: false, ca: authority.pem };
  const socket: DeskClient = io(`${url}/desk`, { ...options, auth, extraHeaders });
  onTestFinished(() => void socket.disconnect());
  return socket;
}

describe('a server of HTTPS', () => {
  it('serves devices by it and OBS by plain HTTP, at the same time and with the same show', async () => {
    const { tls, origin, edge, floor, handshake, overlay } = await secureEdge();
    expect(edge.plainPort).not.toBe(edge.port);
    for (const url of [tls, origin]) expect((await ask(`${url}/healthz`)).text).toContain('"status":"ok"');
    floor.obsComes();
    const desk = deskAt(tls, handshake, { origin: tls });
    const page = overlay(undefined, { origin });
    const [seen] = await Promise.all([heard<Snapshot>(desk, 'snapshot'), heard(page, 'snapshot')]);
    expect(seen.state.program).toMatchObject({ sceneId: 'scene-wide' });
  });

  it('never tells browsers to speak nothing else', async () => {
    const { tls } = await secureEdge();
    expect((await ask(`${tls}/`)).headers['strict-transport-security']).toBeUndefined();
  });

  it('gives a device a cookie that goes by HTTPS alone, and one of this computer a plain one', async () => {
    const { tls, origin, pairing, page } = await secureEdge();
    const cookieOf = async (url: string) =>
      (await pairBy(url, pairing.invite('producer').code)).headers['set-cookie']?.[0] ?? '';
    const [secure, plain] = [await cookieOf(tls), await cookieOf(origin)];
    expect(secure).toMatch(/^__Host-showfloor=[\w-]{43}; .*Path=\/; .*HttpOnly; Secure; SameSite=Strict$/u);
    expect(plain).toMatch(/^showfloor=[\w-]{43}; .*HttpOnly; SameSite=Strict$/u);

    const comesIn = async (url: string, cookie: string) => {
      const desk = deskAt(url, page, { origin: url, cookie: cookie.split(';', 1)[0] ?? '' });
      return Promise.race([
        heard(desk, 'snapshot').then(() => true),
        heard(desk, 'connect_error').then(() => false),
      ]);
    };
    expect([await comesIn(tls, secure), await comesIn(origin, plain)]).toEqual([true, true]);
    // Each has been where the other must not be.
    expect([await comesIn(tls, plain), await comesIn(origin, secure)]).toEqual([false, false]);
  });

  it('turns away sockets of every page but its own, by either port', async () => {
    const { tls, front, origin, handshake, floor } = await secureEdge();
    const secured = (url: string) => url.replace('http:', 'https:');
    for (const [url, from] of [
      [tls, 'https://evil.example'],
      [tls, front],
      [tls, secured(origin)],
      [tls, origin],
      [origin, tls],
      [origin, secured(origin)],
    ] as const) {
      const desk = deskAt(url, handshake, { origin: from });
      await heard(desk, 'connect_error');
      expect(desk.connected).toBe(false);
    }
    expect(floor.store.state.here ?? []).toEqual([]);
    const body = { method: 'POST', headers: { origin: 'https://evil.example' } };
    expect((await ask(`${tls}/pair`, body)).statusCode).toBe(403);
    expect((await ask(`${tls}/`, { headers: { host: 'evil.example' } })).statusCode).toBe(421);
    expect((await ask(`${tls}/`, { headers: { host: new URL(origin).host } })).statusCode).toBe(421);
  });

  it('leads who forgot the scheme to where it is spoken, and OBS to its own port, with all of the address', async () => {
    const { front, origin, edge } = await secureEdge();
    const led = await ask(`${front}/overlay/?source=7`);
    expect([led.statusCode, led.headers.location]).toEqual([307, `${origin}/overlay/?source=7`]);
    expect(placeFor('192.168.7.30', 'booth.local:8088', edge)).toBe('https://booth.local:8088');
    expect((await ask(`${front}/`, { headers: { host: 'evil.example' } })).statusCode).toBe(421);
  });

  it('tells nothing and takes nothing in clear, but for how to trust it', async () => {
    const { front, pairing, handshake, floor } = await secureEdge();
    const { code } = pairing.invite('producer');
    expect((await pairBy(front, code)).statusCode).toBe(403);
    expect(floor.store.state.invites).toHaveLength(1);
    const desk = deskAt(front, handshake, { origin: front });
    await heard(desk, 'connect_error');
    for (const path of ['/assets/../', '/trust/..', '/healthz', '/trustworthy', '/graphics/x'])
      expect([path, (await ask(front + path)).statusCode]).toEqual([path, 307]);
    for (const path of ['/trust/authority', '/trust/showfloor.crt'])
      expect([path, (await ask(front + path)).statusCode]).toEqual([path, 200]);
  });

  it('offers what devices have to trust, in the type by which they install it', async () => {
    const { tls } = await secureEdge();
    const file = await ask(`${tls}/trust/showfloor.crt`);
    expect(file.headers['content-type']).toBe('application/x-x509-ca-cert');
    expect(file.headers['content-disposition']).toBeUndefined();
    expect(file.text).toBe(authority.pem);
    const { name, fingerprint } = authority;
    expect(JSON.parse((await ask(`${tls}/trust/authority`)).text)).toEqual({ name, fingerprint });
  });

  it('has nothing to trust where it shows the certificate of its owner, or none', async () => {
    const owned = await testEdge({ pair, authority: null });
    const plain = await testEdge();
    for (const { origin } of [owned, plain]) {
      expect((await ask(`${origin}/trust/authority`)).statusCode).toBe(404);
      expect((await ask(`${origin}/trust/showfloor.crt`)).statusCode).toBe(404);
    }
  });

  it('goes on, and ends when it is told to, whatever knocks and says nothing or nonsense', async () => {
    const { edge, tls } = await secureEdge();
    const say = async (bytes: Buffer) => {
      const socket = connect(edge.port, '127.0.0.1');
      onTestFinished(() => void socket.destroy());
      socket.on('error', () => undefined).resume();
      await once(socket, 'connect');
      socket.write(bytes);
      return socket;
    };
    // A handshake that is none, garbage, an HTTP request that never ends; and the last one is silent.
    for (const bytes of [
      [0x16, 3, 1, 0, 5, 1, 2, 3, 4, 5],
      [0, 255, 0],
      [71, 69, 84, 32, 47],
    ])
      await say(Buffer.from(bytes));
    const silent = await say(Buffer.alloc(0));
    expect((await ask(`${tls}/healthz`)).statusCode).toBe(200);
    const hungUp = once(silent, 'close');
    await edge.stop();
    await hungUp;
  });
});
