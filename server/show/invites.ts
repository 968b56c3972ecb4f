import { randomBytes, randomInt } from 'node:crypto';
import { INVITE_MS } from '../protocol/codes.js';
import type { Invite } from '../protocol/slices.js';

/** As much as a device's secret has, because an overlay's code becomes one. */
const CODE_BYTES = 32;

/** A code for one device, good from now on. */
export function newInvite(of: Pick<Invite, 'id' | 'role' | 'forDevice' | 'askedBy'>, now: number): Invite {
  return {
    ...of,
    code: randomBytes(CODE_BYTES).toString('base64url'),
    digits: String(randomInt(1_000_000)).padStart(6, '0'),
    expiresAt: now + INVITE_MS,
  };
}

/** Those that are still good. */
export function goodInvites(invites: readonly Invite[] | undefined, now: number): Invite[] {
  return (invites ?? []).filter(({ expiresAt }) => expiresAt > now);
}
