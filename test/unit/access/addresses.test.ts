import { networkInterfaces } from 'node:os';
import { describe, expect, it } from 'vitest';
import { lanUrls } from '../../../server/access/addresses.js';

describe('where a server is reached from outside', () => {
  it('is every address of this computer in its networks, for one that listens everywhere', () => {
    const own = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter(
        ({ internal, family, address }) => !internal && family === 'IPv4' && !address.startsWith('169.254.'),
      )
      .map(({ address }) => `http://${address}:8088`);
    expect(lanUrls('0.0.0.0', 8088)).toEqual(own);
  });

  it.each([
    ['192.168.7.12', ['http://192.168.7.12:8088']],
    ['fd00::7', ['http://[fd00::7]:8088']],
    ['booth.local', ['http://booth.local:8088']],
    ['127.0.0.1', []],
    ['localhost', []],
    ['::1', []],
  ])('is %s alone, for one that listens there, unless that is this computer', (host, urls) => {
    expect(lanUrls(host, 8088)).toEqual(urls);
  });
});
