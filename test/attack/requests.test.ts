import { describe, expect, it } from 'vitest';
import { heard, testEdge } from '../fixtures/edge.js';
import { answerTo, requestLines } from './stranger.js';

const CLOSE = 'Connection: close\r\n\r\n';
/** What stands in files that are near those that are served. */
const SECRETS = ['"name": "showfloor"', 'SQLite format', 'root:x:', 'import ', 'devDependencies'];

/** Ways to write "one folder up", and what is meant by them. */
const UPS = [
  '..',
  '%2e%2e',
  '..%2f..',
  '%2e%2e%2f',
  '..\\',
  '%5c..%5c',
  '....//',
  '%252e%252e',
  '%c0%ae%c0%ae',
  '..;',
];
const FILES = ['package.json', 'build.json', 'server/main.js', 'etc/passwd', 'show.db', 'web/index.html'];
const ROUTES = ['/', '/assets', '/graphics', '/overlay', '/pair', '/socket.io', '//', '/./assets'];

describe('a path that leads out of what is served', () => {
  it('gets a no, in whatever way it is written and wherever it begins', async () => {
    const { origin } = await testEdge();
    const paths = ROUTES.flatMap((route) =>
      UPS.flatMap((up) => FILES.map((file) => `${route}/${up}/${up}/${up}/${file}`)),
    );
    const asked = paths.map((path) => `${requestLines(origin, `GET ${path} HTTP/1.1`)}\r\n`);
    const answers = await answerTo(
      origin,
      `${asked.join('')}${requestLines(origin, 'GET /end HTTP/1.1')}${CLOSE}`,
    );
    const statuses = [...answers.matchAll(/^HTTP\/1\.1 (\d+) /gm)].map(([, status]) => Number(status));
    expect(statuses).toHaveLength(paths.length + 1);
    expect(statuses.filter((status) => status < 400)).toEqual([]);
    for (const secret of SECRETS) expect(answers).not.toContain(secret);
  });

  it.each([
    '/assets/%00',
    '/assets/.%00./package.json',
    '/graphics/%',
    '/graphics/%ff%fe',
    '/assets/.git/config',
    '/.env',
    '/assets//etc/passwd',
    'http://127.0.0.1/../../package.json',
    '*',
  ])('as %s gets a no', async (path) => {
    const { origin } = await testEdge();
    const answer = await answerTo(origin, `${requestLines(origin, `GET ${path} HTTP/1.1`)}${CLOSE}`);
    expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /);
    for (const secret of SECRETS) expect(answer).not.toContain(secret);
  });
});

describe('what is no request', () => {
  it.each([
    ['two lengths', ['Content-Length: 5', 'Content-Length: 6'], 'hello'],
    ['a length and pieces', ['Content-Length: 5', 'Transfer-Encoding: chunked'], '0\r\n\r\n'],
    ['a length below nothing', ['Content-Length: -1'], ''],
    ['a length that is no number', ['Content-Length: 0x5'], 'hello'],
    ['pieces of no length', ['Transfer-Encoding: chunked'], 'zz\r\n'],
    ['pieces that are none', ['Transfer-Encoding: xchunked'], '0\r\n\r\n'],
    ['a line that goes on in the next', ['X-One: 1', ' two'], ''],
    ['a name with a blank behind it', ['Content-Length : 5'], 'hello'],
    ['a line of 20 kB', [`X-Long: ${'x'.repeat(20_000)}`], ''],
  ])('because of %s is refused, and hides no second one', async (_, lines, body) => {
    const { origin, desk } = await testEdge();
    const hidden = `${requestLines(origin, 'GET /healthz HTTP/1.1')}\r\n`;
    const first = requestLines(origin, 'POST /pair HTTP/1.1', ...lines);
    const answer = await answerTo(origin, `${first}\r\n${body}${hidden}`);
    expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /);
    expect(answer).not.toContain('"status":"ok"');
    await heard(desk(), 'snapshot');
  });

  it.each([
    'GET / HTTP/1.1\r\n\r\n',
    '\x00\x01\x02\x03\r\n\r\n',
    '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03',
    'CONNECT evil.example:80 HTTP/1.1\r\nHost: evil.example\r\n\r\n',
    'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
  ])('such as %j gets nothing of a page', async (bytes) => {
    const { origin, desk } = await testEdge();
    expect(await answerTo(origin, bytes)).not.toMatch(/ 200 |<html/);
    await heard(desk(), 'snapshot');
  });
});

describe('another site', () => {
  const knock = ['Upgrade: websocket', 'Connection: Upgrade', 'Sec-WebSocket-Version: 13'];
  const key = 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==';

  it.each([
    ['a rebound name', 'Host: evil.example:80'],
    ['a rebound name with our port', 'Host: evil.example:PORT'],
    ['a name that begins as ours', 'Host: 127.0.0.1.evil.example:PORT'],
    ['no name', 'Host: '],
  ])('that comes by %s gets neither page nor socket', async (_, host) => {
    const { origin } = await testEdge();
    const { port } = new URL(origin);
    const line = host.replace('PORT', port);
    for (const path of ['/', '/healthz', '/overlay/', '/pair']) {
      const answer = await answerTo(origin, `GET ${path} HTTP/1.1\r\n${line}\r\n${CLOSE}`);
      expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /);
    }
    const path = '/socket.io/?EIO=4&transport=websocket';
    const socket = [`GET ${path} HTTP/1.1`, line, ...knock, key].join('\r\n');
    expect(await answerTo(origin, `${socket}\r\n\r\n`)).toMatch(/^HTTP\/1\.1 4\d\d /);
  });

  it('gets no answer that its own pages may read or frame, whatever it asks for', async () => {
    const { origin } = await testEdge();
    const asked = [
      ...['/', '/pair', '/overlay/', '/healthz', '/nothing', '/%', '/assets/none.js', '/graphics/none'].map(
        (path) => [path, {}] as const,
      ),
      ['/pair', { method: 'POST', headers: { origin: 'http://evil.example' } }] as const,
      ['/pair', { method: 'POST', body: '{', headers: { 'content-type': 'application/json' } }] as const,
      [
        '/pair',
        { method: 'POST', body: '{"code":"1"}', headers: { 'content-type': 'application/json' } },
      ] as const,
      ['/', { method: 'OPTIONS', headers: { origin: 'http://evil.example' } }] as const,
    ];
    for (const [path, init] of asked) {
      const { headers } = await fetch(`${origin}${path}`, init);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy, path).toContain("default-src 'none'");
      expect(policy, path).toContain("frame-ancestors 'none'");
      expect(policy, path).not.toMatch(/https?:|\*/);
      expect(headers.get('x-content-type-options'), path).toBe('nosniff');
      expect(headers.get('x-frame-options'), path).not.toBeNull();
      expect(headers.get('access-control-allow-origin'), path).toBeNull();
      expect(headers.get('cross-origin-resource-policy'), path).toBe('same-origin');
    }
  });
});
