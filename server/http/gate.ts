import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import type { Entrance } from './entrance.js';

/** Most paired pages at once; a booth has a dozen, the bench two hundred. */
export const MOST_PAGES = 300;
const DEFAULT_PORTS = { http: 80, https: 443 };

type Asked = Pick<IncomingMessage, 'headers' | 'socket'>;

/**
 * Who may knock at all. A foreign name in Host is a rebound DNS entry, a foreign Origin another site's page in the
 * crew's browser; both are turned away before anything is parsed.
 */
export class Gate {
  readonly #names: ReadonlySet<string>;
  readonly #entranceOf: (request: Asked) => Entrance;
  readonly #pageCount: () => number;

  constructor(options: {
    names: readonly string[];
    /** Pages of one port are no pages of the other. */
    entranceOf: (request: Asked) => Entrance;
    /** Sockets that were let in. */
    pageCount: () => number;
  }) {
    this.#names = new Set(options.names.map((name) => name.toLowerCase()));
    this.#entranceOf = options.entranceOf;
    this.#pageCount = options.pageCount;
  }

  /** Any IP literal or one of our names, with the port that was come by. */
  hostIsOurs(request: Asked): boolean {
    const { scheme, port } = this.#entranceOf(request);
    const url = parsed(`${scheme}://${request.headers.host ?? ''}`);
    if (url === null || url.pathname !== '/' || url.username !== '') return false;
    if (Number(url.port || DEFAULT_PORTS[scheme]) !== port) return false;
    const name = url.hostname.replace(/^\[|\]$/g, '').toLowerCase();
    return isIP(name) !== 0 || this.#names.has(name);
  }

  /** A socket comes from a page of this very host. Without an Origin it is no browser, and then it has no cookie. */
  socketIsWelcome(request: Asked): boolean {
    const { origin, cookie } = request.headers;
    if (this.#pageCount() >= MOST_PAGES || !this.hostIsOurs(request)) return false;
    return origin === undefined ? cookie === undefined : this.originIsOurs(request);
  }

  /** A page of this very host, or no browser at all. */
  originIsOurs(request: Asked): boolean {
    const { origin, host } = request.headers;
    if (origin === undefined) return true;
    const { scheme } = this.#entranceOf(request);
    const url = parsed(origin);
    return url?.protocol === `${scheme}:` && url.host === parsed(`${scheme}://${host}`)?.host;
  }
}

function parsed(url: string): URL | null {
  return URL.canParse(url) ? new URL(url) : null;
}
