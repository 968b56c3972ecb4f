/**
 * The token that this page is known by to the server. It comes with the address, behind the `#`, where no server log and
 * no Referer has it, and is kept in the history's entry, which a reload keeps: the address that is shown is bare. Null:
 * the page came without one.
 */
export function takeToken(
  address: Pick<Location, 'hash' | 'pathname' | 'search'>,
  history: Pick<History, 'state' | 'replaceState'>,
): string | null {
  const given = new URLSearchParams(address.hash.slice(1)).get('token');
  if (given !== null) history.replaceState({ token: given }, '', address.pathname + address.search);
  const kept: unknown = history.state;
  const token: unknown = typeof kept === 'object' && kept !== null ? Reflect.get(kept, 'token') : null;
  return typeof token === 'string' ? token : null;
}
