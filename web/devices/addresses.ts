import type { Role } from '../../server/protocol/codes.js';

/** Where a page may be opened, best first: `url` without a slash at its end. */
export interface Place {
  url: string;
  /** On the computer of the server: OBS is mostly there, and no tablet ever. */
  isHere: boolean;
}

const LOOPBACK = /^http:\/\/(127\.\d+\.\d+\.\d+|localhost|\[::1\])(:|$)/u;

/**
 * The addresses that an invite can name: those that the server has on the network, and for the overlay its own computer
 * before them. Where it has none the one of this page must do, unless that is the server's own computer.
 */
export function placesFor(role: Role, urls: readonly string[], origin: string): Place[] {
  const onNetwork = [...new Set([...urls, ...(LOOPBACK.test(origin) ? [] : [origin])])];
  const places = onNetwork.map((url) => ({ url, isHere: false }));
  if (role !== 'overlay') return places;
  const { port } = new URL(origin);
  return [{ url: `http://127.0.0.1${port === '' ? '' : `:${port}`}`, isHere: true }, ...places];
}
