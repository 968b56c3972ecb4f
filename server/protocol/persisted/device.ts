import { z } from 'zod';
import { INVITED_ROLES } from '../codes.js';

/** A paired device. What proves that it is one stands in its credentials, which nobody is told. */
export const deviceSchema = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  role: z.enum(INVITED_ROLES),
  /** A browser that took a code, or a program that was given a token. */
  kind: z.enum(['page', 'token']),
  pairedAt: z.number(),
  /** Null: never since it was paired. */
  lastHeardAt: z.number().nullable(),
  /** From where it was last heard. */
  address: z.string().nullable(),
});
export type Device = z.infer<typeof deviceSchema>;

/** What a device shows to be let in, as a hash: whoever reads the show file cannot use it. */
export const credentialSchema = z.strictObject({
  id: z.uuid(),
  deviceId: z.uuid(),
  /** SHA-256 of the secret, in hex. */
  hash: z.string(),
});
export type Credential = z.infer<typeof credentialSchema>;
