import { networkInterfaces } from 'node:os';
import type { Clock } from '../show/clock.js';
import type { Store } from '../show/store.js';

const LOOK_EVERY_MS = 3000;

/** Every address of this computer, and not one that was chosen. */
function isEverywhere(host: string): boolean {
  return host === '0.0.0.0' || host === '::';
}

/**
 * Where a server that listens on this host is reached from outside, as `http://ADDRESS:PORT`; first IPv4, which people
 * can type. None where it listens for this computer alone.
 */
export function lanUrls(host: string, port: number): string[] {
  if (!isEverywhere(host)) return isLoopback(host) ? [] : [urlOf(host, port)];
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ internal, address }) => !internal && !isLinkLocal(address))
    .filter(({ family }) => host === '::' || family === 'IPv4')
    .sort((a, b) => Number(a.family === 'IPv6') - Number(b.family === 'IPv6'))
    .map(({ address }) => urlOf(address, port));
}

/** The address of a page on a host name or an IP address. */
function urlOf(host: string, port: number): string {
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/** Where this computer's own browser finds it. */
export function urlHere(host: string, port: number): string {
  return urlOf(isEverywhere(host) ? '127.0.0.1' : host, port);
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.');
}

/** Says where this server is reached, and says it anew when the venue gives out other addresses. */
export class AddressWatch {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #urls: () => string[];
  #cancel = () => undefined as void;

  constructor(options: { store: Store; clock: Clock; urls: () => string[] }) {
    this.#store = options.store;
    this.#clock = options.clock;
    this.#urls = options.urls;
  }

  start(): void {
    this.#look();
  }

  stop(): void {
    this.#cancel();
  }

  #look(): void {
    this.#store.observe({ set: { addresses: { urls: this.#urls() } } });
    this.#cancel = this.#clock.after(LOOK_EVERY_MS, () => this.#look());
  }
}

/** Addresses that a computer gives itself, and that need the name of a network card besides. */
function isLinkLocal(address: string): boolean {
  return address.startsWith('fe80:') || address.startsWith('169.254.');
}
