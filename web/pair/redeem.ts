import type { Role } from '../../server/protocol/codes.js';
import { PAIR } from '../../server/protocol/panelTexts/pair.js';

/** What came of a code: the role that this device has now, or why it has none. */
export type Redeemed = { role: Role } | { sentence: string };

const TIMEOUT_MS = 8000;

/** Gives a code, long or six digits, for a cookie that no script can read. Exactly one answer, whatever happens. */
export async function redeem(code: string): Promise<Redeemed> {
  // The code would be used up all the same.
  if (!navigator.cookieEnabled) return { sentence: PAIR.noCookies };
  try {
    const response = await fetch('/pair', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    return redeemedIn(await response.json());
  } catch {
    // No connection, no answer in time, or one that is none of ours: the same to whoever holds the tablet.
    return { sentence: PAIR.noAnswer };
  }
}

/** The server's own word on it: its roles are ours, and its sentences are those of `texts.ts`. */
function redeemedIn(answer: unknown): Redeemed {
  const { role, message } = answer as { role?: Role; message?: string };
  return role === undefined ? { sentence: message ?? PAIR.noAnswer } : { role };
}
