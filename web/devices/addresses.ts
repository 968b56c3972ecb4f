import type { Role } from '../../server/protocol/codes.js';
import type { Addresses } from '../../server/protocol/slices.js';

/** Where a page may be opened, best first: `url` without a slash at its end. */
export interface Place {
  url: string;
  /** On the computer of the server: OBS is mostly there, and no tablet ever. */
  isHere: boolean;
}

const LOOPBACK = /^https?:\/\/(127\.\d+\.\d+\.\d+|localhost|\[::1\])(:|$)/u;

/**
 * The addresses that an invite can name, one at the least: those that the server has on the network, and for the overlay
 * its own computer before them. Where it has none the address of this page must do.
 */
export function placesFor(role: Role, { urls, here }: Addresses, origin: string): [Place, ...Place[]] {
  const onNetwork = [...new Set([...urls, ...(LOOPBACK.test(origin) ? [] : [origin])])];
  const places = onNetwork.map((url) => ({ url, isHere: false }));
  if (role !== 'overlay') {
    const [first = { url: origin, isHere: true }, ...others] = places;
    return [first, ...others];
  }
  return [{ url: here, isHere: true }, ...places];
}
