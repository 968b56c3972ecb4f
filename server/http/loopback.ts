/** Whether an address is this computer's own. It proves nothing: who is paired is another question. */
export function isLoopback(address: string): boolean {
  return address === '::1' || address.startsWith('127.');
}
