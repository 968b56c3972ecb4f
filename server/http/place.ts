import { isIPv6 } from 'node:net';

/**
 * Where a caller is, as far as limits go: its address, or its network of 64 bits where that is IPv6. A computer has as
 * many addresses in one as it likes.
 */
export function placeOf(address: string): string {
  const [plain = ''] = address.split('%', 1);
  if (!isIPv6(plain) || plain === '::1') return plain;
  const [head = '', tail] = plain.split('::', 2);
  const [before, after] = [groupsOf(head), groupsOf(tail ?? '')];
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  const groups = [...before, ...Array.from({ length: zeros }, () => '0'), ...after];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}

/** Groups of 16 bits; an IPv4 address at the end stands for two, which no prefix reaches. */
function groupsOf(part: string): string[] {
  return part === '' ? [] : part.split(':').flatMap((group) => (group.includes('.') ? ['0', '0'] : [group]));
}
