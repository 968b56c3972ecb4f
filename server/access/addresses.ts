import { networkInterfaces } from 'node:os';
import type { Addresses } from '../protocol/slices.js';
import type { Clock } from '../show/clock.js';
import type { Store } from '../show/store.js';

const LOOK_EVERY_MS = 3000;

/** Every address of this computer, and not one that was chosen. */
function isEverywhere(host: string): boolean {
  return host === '0.0.0.0' || host === '::';
}

/**
 * Where a server that listens on this host is reached from outside, by address or name; first IPv4, which people can
 * type. Nowhere when it listens for this computer alone.
 */
export function lanHosts(host: string): string[] {
  if (!isEverywhere(host)) return isLoopback(host) ? [] : [host];
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ internal, address }) => !internal && !isLinkLocal(address))
    .filter(({ family }) => host === '::' || family === 'IPv4')
    .sort((a, b) => Number(a.family === 'IPv6') - Number(b.family === 'IPv6'))
    .map(({ address }) => address);
}

/** Without a slash at its end. */
function urlOf(scheme: 'http' | 'https', host: string, port: number): string {
  return `${scheme}://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/** What a server says of where it is; `https` null: it speaks plain HTTP, on one port. */
export function addressesOf(
  host: string,
  { port, plainPort }: { port: number; plainPort: number },
  https: { authority: object | null } | null,
): Addresses {
  const hosts = lanHosts(host);
  const [first] = hosts;
  return {
    urls: hosts.map((one) => urlOf(https === null ? 'http' : 'https', one, port)),
    here: urlOf('http', https !== null || isEverywhere(host) ? '127.0.0.1' : host, plainPort),
    trust: https?.authority != null && first !== undefined ? `${urlOf('http', first, port)}/trust` : null,
  };
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.');
}

/** Says where this server is reached, and says it anew when the venue gives out other addresses. */
export class AddressWatch {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #addresses: () => Addresses;
  #cancel = () => undefined as void;

  constructor(options: { store: Store; clock: Clock; addresses: () => Addresses }) {
    this.#store = options.store;
    this.#clock = options.clock;
    this.#addresses = options.addresses;
  }

  start(): void {
    this.#look();
  }

  stop(): void {
    this.#cancel();
  }

  #look(): void {
    this.#store.observe({ set: { addresses: this.#addresses() } });
    this.#cancel = this.#clock.after(LOOK_EVERY_MS, () => this.#look());
  }
}

/** Addresses that a computer gives itself, and that need the name of a network card besides. */
function isLinkLocal(address: string): boolean {
  return address.startsWith('fe80:') || address.startsWith('169.254.');
}
