import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';

/** The cookie in which a paired browser keeps its secret. */
export const COOKIE = 'showfloor';
/** As long as browsers keep one, in ms: a tablet that was paired last year is still the booth's. */
export const COOKIE_MS = 400 * 86_400_000;

const IN_COOKIES = new RegExp(`(?:^|;\\s*)${COOKIE}=([\\w-]{43})(?:;|$)`);
const BEARER = /^Bearer ([\w-]{43})$/i;

/** The secret that a request carries: its cookie, or what an API client puts into `Authorization`. */
export function secretIn({ cookie, authorization }: IncomingHttpHeaders): string | null {
  return BEARER.exec(authorization ?? '')?.[1] ?? IN_COOKIES.exec(cookie ?? '')?.[1] ?? null;
}

/** Where a request comes from, by its connection: headers say what anybody likes. */
export function addressOf({ socket }: Pick<IncomingMessage, 'socket'>): string {
  return (socket.remoteAddress ?? '').replace(/^::ffff:/, '');
}
