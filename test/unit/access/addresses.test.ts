import { networkInterfaces } from 'node:os';
import { describe, expect, it } from 'vitest';
import { addressesOf, lanHosts } from '../../../server/access/addresses.js';

describe('where a server is reached from outside', () => {
  it('is every address of this computer in its networks, for one that listens everywhere', () => {
    const own = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter(
        ({ internal, family, address }) => !internal && family === 'IPv4' && !address.startsWith('169.254.'),
      )
      .map(({ address }) => address);
    expect(lanHosts('0.0.0.0')).toEqual(own);
  });

  it.each([
    ['192.168.7.12', ['192.168.7.12']],
    ['fd00::7', ['fd00::7']],
    ['booth.local', ['booth.local']],
    ['127.0.0.1', []],
    ['localhost', []],
    ['::1', []],
  ])('is %s alone, for one that listens there, unless that is this computer', (host, hosts) => {
    expect(lanHosts(host)).toEqual(hosts);
  });
});

describe('what a server says of where it is', () => {
  const ports = { port: 8088, plainPort: 8088 };
  const both = { port: 8088, plainPort: 8089 };

  it('is one port of plain HTTP without HTTPS, for OBS too', () => {
    const said = { urls: ['http://192.168.7.12:8088'], here: 'http://192.168.7.12:8088', trust: null };
    expect(addressesOf('192.168.7.12', ports, null)).toEqual(said);
    expect(addressesOf('0.0.0.0', ports, null).here).toBe('http://127.0.0.1:8088');
  });

  it('is HTTPS for devices, plain HTTP for OBS, and where to trust it, with an authority of its own', () => {
    expect(addressesOf('fd00::7', both, { authority: {} })).toEqual({
      urls: ['https://[fd00::7]:8088'],
      here: 'http://127.0.0.1:8089',
      trust: 'http://[fd00::7]:8088/trust',
    });
  });

  it('has nothing to trust where devices do already, or where none comes', () => {
    expect(addressesOf('192.168.7.12', both, { authority: null }).trust).toBeNull();
    expect(addressesOf('127.0.0.1', both, { authority: {} })).toEqual({
      urls: [],
      here: 'http://127.0.0.1:8089',
      trust: null,
    });
  });
});
