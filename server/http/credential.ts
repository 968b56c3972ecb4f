import type { IncomingMessage } from 'node:http';
import { entranceOf } from './entrance.js';

/**
 * The cookie in which a paired browser keeps its secret, by how it reaches us. The one of HTTPS is never sent in clear,
 * and no page of another port or of plain HTTP can put one in its place; the other, which was, is no good there.
 */
export const COOKIES = { http: 'showfloor', https: '__Host-showfloor' } as const;
/** As long as browsers keep one, in ms: a tablet that was paired last year is still the booth's. */
export const COOKIE_MS = 400 * 86_400_000;

const IN_COOKIES = { http: inCookies(COOKIES.http), https: inCookies(COOKIES.https) };
const BEARER = /^Bearer ([\w-]{43})$/i;

/** The secret that a request carries: its cookie, or what an API client puts into `Authorization`. */
export function secretIn(request: Pick<IncomingMessage, 'headers' | 'socket'>): string | null {
  const { cookie, authorization } = request.headers;
  const { scheme } = entranceOf(request);
  return BEARER.exec(authorization ?? '')?.[1] ?? IN_COOKIES[scheme].exec(cookie ?? '')?.[1] ?? null;
}

/** Where a request comes from, by its connection: headers say what anybody likes. */
export function addressOf({ socket }: Pick<IncomingMessage, 'socket'>): string {
  return (socket.remoteAddress ?? '').replace(/^::ffff:/, '');
}

function inCookies(name: string): RegExp {
  return new RegExp(`(?:^|;\\s*)${name}=([\\w-]{43})(?:;|$)`);
}
