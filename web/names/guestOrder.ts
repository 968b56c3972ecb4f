import type { Guest } from '../../server/protocol/slices.js';

/** The host first, then as they were added. */
export function inOrder(guests: readonly Guest[]): Guest[] {
  const rank = ({ part }: Guest) => (part === 'host' ? 0 : 1);
  return [...guests].sort((a, b) => rank(a) - rank(b));
}
