import type { Role } from '../protocol/codes.js';

/** Until devices can be paired, being on this computer is what makes somebody the producer; nobody else is anybody. */
export function roleOfAddress(remoteAddress: string | undefined): Role | null {
  return remoteAddress !== undefined && isLoopback(remoteAddress) ? 'producer' : null;
}

/** Whether an address or host name means this computer. */
export function isLoopback(address: string): boolean {
  const plain = address.replace(/^::ffff:/, '').replace(/^\[|\]$/g, '');
  return plain === 'localhost' || plain === '::1' || /^127(\.\d{1,3}){3}$/.test(plain);
}
