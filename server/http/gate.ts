import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';

/** Most paired pages at once; a booth has a dozen, the bench two hundred. */
export const MOST_PAGES = 300;

/**
 * Who may knock at all. A foreign name in Host is a rebound DNS entry, a foreign Origin another site's page in the
 * crew's browser; both are turned away before anything is parsed.
 */
export class Gate {
  readonly #names: ReadonlySet<string>;
  readonly #port: () => number;
  readonly #pageCount: () => number;

  constructor(options: {
    names: readonly string[];
    port: () => number;
    /** Sockets that were let in. */
    pageCount: () => number;
  }) {
    this.#names = new Set(options.names.map((name) => name.toLowerCase()));
    this.#port = options.port;
    this.#pageCount = options.pageCount;
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
  socketIsWelcome({ headers }: Pick<IncomingMessage, 'headers'>): boolean {
    if (this.#pageCount() >= MOST_PAGES || !this.hostIsOurs(headers.host)) return false;
    return headers.origin === undefined ? headers.cookie === undefined : this.originIsOurs(headers);
  }

  /** A page of this very host, or no browser at all. */
  originIsOurs({ origin, host }: IncomingMessage['headers']): boolean {
    if (origin === undefined) return true;
    const url = parsed(origin);
    return url !== null && url.protocol === 'http:' && url.host === parsed(`http://${host}`)?.host;
  }
}

function parsed(url: string): URL | null {
  return URL.canParse(url) ? new URL(url) : null;
}
