/** What the server says of its own certificate authority; `none`: it has none. */
export type Authority = { name: string; fingerprint: string } | 'none' | 'no-answer';

const TIMEOUT_MS = 8000;

/** Exactly one answer, whatever happens. */
export async function askAuthority(): Promise<Authority> {
  try {
    const response = await fetch('/trust/authority', { signal: AbortSignal.timeout(TIMEOUT_MS) });
    if (response.status === 404) return 'none';
    // The server's own word, by its route of the same name.
    return (await response.json()) as Authority;
  } catch {
    // No connection, no answer in time, or one that is none of ours: the same to whoever holds the tablet.
    return 'no-answer';
  }
}
