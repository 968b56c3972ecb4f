import { IncomingMessage, type IncomingHttpHeaders } from 'node:http';
import { Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { Gate, MOST_PAGES } from '../../../server/http/gate.js';

const gate = (pages = 0, scheme: 'http' | 'https' = 'http', port = 8088) =>
  new Gate({
    names: ['localhost', 'Booth.local'],
    entranceOf: () => ({ scheme, port }),
    pageCount: () => pages,
  });

function knock(headers: IncomingHttpHeaders): IncomingMessage {
  const request = new IncomingMessage(new Socket());
  request.headers = headers;
  return request;
}

describe('the gate', () => {
  it.each(['127.0.0.1:8088', '[::1]:8088', '192.168.1.20:8088', 'localhost:8088', 'BOOTH.LOCAL:8088'])(
    'takes %s for its own host',
    (host) => expect(gate().hostIsOurs(knock({ host }))).toBe(true),
  );

  it.each([
    undefined,
    '',
    'evil.example:8088',
    'localhost:80',
    'localhost',
    '127.0.0.1.evil.example:8088',
    'user@localhost:8088',
    'localhost:8088/path',
    'local host:8088',
    '::::',
  ])('does not take %s for its own host', (host) => expect(gate().hostIsOurs(knock({ host }))).toBe(false));

  it('knows by which port and in which way somebody came', () => {
    const [host, origin] = ['192.168.1.20', 'https://192.168.1.20'];
    const knocked = knock({ host, origin });
    expect(gate(0, 'https', 443).hostIsOurs(knocked)).toBe(true);
    expect(gate(0, 'https', 443).originIsOurs(knocked)).toBe(true);
    expect(gate(0, 'http', 443).hostIsOurs(knocked)).toBe(false);
    expect(gate(0, 'http', 80).originIsOurs(knocked)).toBe(false);
  });

  it('welcomes a page of this very host', () => {
    const headers = { host: '127.0.0.1:8088', origin: 'http://127.0.0.1:8088' };
    expect(gate().socketIsWelcome(knock(headers))).toBe(true);
  });

  it.each([
    ['another site', 'https://evil.example'],
    ['another machine with our port', 'http://192.168.1.66:8088'],
    ['another port of this machine', 'http://127.0.0.1:3000'],
    ['a sandboxed frame', 'null'],
    ['garbage', 'http://['],
  ])('turns away a page of %s', (_, origin) => {
    expect(gate().socketIsWelcome(knock({ host: '127.0.0.1:8088', origin }))).toBe(false);
  });

  it('welcomes a program without an Origin only when it brings no cookie', () => {
    expect(gate().socketIsWelcome(knock({ host: '127.0.0.1:8088' }))).toBe(true);
    expect(gate().socketIsWelcome(knock({ host: '127.0.0.1:8088', cookie: 'a=b' }))).toBe(false);
  });

  it('turns everybody away when the house is full', () => {
    const headers = { host: '127.0.0.1:8088', origin: 'http://127.0.0.1:8088' };
    expect(gate(MOST_PAGES).socketIsWelcome(knock(headers))).toBe(false);
  });
});
