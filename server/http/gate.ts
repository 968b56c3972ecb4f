import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import { addressOf, secretIn } from './credential.js';
import { isLoopback } from './loopback.js';

/** Most sockets at once; a booth has a dozen, the bench two hundred. */
export const MOST_SOCKETS = 300;
/** Most that have not said yet who they are: whoever opens sockets and is silent must not keep the crew out. */
const MOST_STRANGERS = 50;

/**
 * Who may knock at all. A foreign name in Host is a rebound DNS entry, a foreign Origin another site's page in the
 * crew's browser; both are turned away before anything is parsed.
 */
export class Gate {
  readonly #names: ReadonlySet<string>;
  readonly #port: () => number;
  readonly #socketCount: () => number;
  readonly #strangerCount: () => number;
  readonly #isKnown: (secret: string | null, address: string) => boolean;

  constructor(options: {
    names: readonly string[];
    port: () => number;
    socketCount: () => number;
    /** Of those, the ones that no namespace has let in yet. */
    strangerCount: () => number;
    isKnown: (secret: string | null, address: string) => boolean;
  }) {
    this.#names = new Set(options.names.map((name) => name.toLowerCase()));
    this.#port = options.port;
    this.#socketCount = options.socketCount;
    this.#strangerCount = options.strangerCount;
    this.#isKnown = options.isKnown;
  }

  /** Any IP literal or one of our names, with our port. */
  hostIsOurs(host: string | undefined): boolean {
    const url = host === undefined ? null : parsed(`http://${host}`);
    if (url === null || url.pathname !== '/' || url.username !== '') return false;
    if (Number(url.port || 80) !== this.#port()) return false;
    const name = url.hostname.replace(/^\[|\]$/g, '').toLowerCase();
    return isIP(name) !== 0 || this.#names.has(name);
  }

  /** A socket comes from a page of this very host. Without an Origin it is no browser, and then it has no cookie. */
  socketIsWelcome(request: IncomingMessage): boolean {
    const { headers } = request;
    if (this.#socketCount() >= MOST_SOCKETS || !this.hostIsOurs(headers.host)) return false;
    if (this.#strangerCount() >= MOST_STRANGERS && !this.#hasReserve(request)) return false;
    return headers.origin === undefined ? headers.cookie === undefined : this.originIsOurs(headers);
  }

  /** A page of this very host, or no browser at all. */
  originIsOurs({ origin, host }: IncomingMessage['headers']): boolean {
    if (origin === undefined) return true;
    const url = parsed(origin);
    return url !== null && url.protocol === 'http:' && url.host === parsed(`http://${host}`)?.host;
  }

  /** Paired devices, and this computer: OBS's overlay says who it is only later. */
  #hasReserve(request: IncomingMessage): boolean {
    const address = addressOf(request);
    return isLoopback(address) || this.#isKnown(secretIn(request.headers), address);
  }
}

function parsed(url: string): URL | null {
  return URL.canParse(url) ? new URL(url) : null;
}
