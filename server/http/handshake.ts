import { PROTOCOL_VERSION, type HandshakeRefusal } from '../protocol/codes.js';
import { handshakeSchema, type Handshake } from '../protocol/events.js';

/** What a namespace's middleware passes on; the page reads the code from `connect_error`'s data. */
export class HandshakeError extends Error {
  readonly data: { code: HandshakeRefusal };

  constructor(code: HandshakeRefusal) {
    super(code);
    this.data = { code };
  }
}

/**
 * Reads a handshake. A page of another build or protocol is told so, and reloads itself.
 * @throws HandshakeError
 */
export function readHandshake(auth: unknown, build: string): Handshake {
  const handshake = handshakeSchema.safeParse(auth);
  if (!handshake.success) throw new HandshakeError('bad-handshake');
  if (handshake.data.protocol !== PROTOCOL_VERSION || handshake.data.build !== build) {
    throw new HandshakeError('other-build');
  }
  return handshake.data;
}
