import type { Socket } from 'socket.io';
import { PROTOCOL_VERSION, type HandshakeRefusal, type Role } from '../protocol/codes.js';
import { handshakeSchema } from '../protocol/events.js';
import type { Actor } from '../show/actor.js';

/** What a namespace's middleware passes on; the page reads `connect_error`'s data. */
class HandshakeError extends Error {
  /** `build` is the server's, so that a page knows which one it reloads for. */
  readonly data: { code: HandshakeRefusal; build: string };

  constructor(code: HandshakeRefusal, build: string) {
    super(code);
    this.data = { code, build };
  }
}

/** Who knocks at a namespace, and whether it may come in. */
export interface Door {
  /** This server's; a page of another build or protocol is told so, and reloads itself. */
  build: string;
  roleOf: (remoteAddress: string | undefined) => Role | null;
}

/** What every admitted socket carries. */
export interface Admitted {
  actor: Actor;
}

/** Socket.io middleware that admits or refuses before `connection`, so that a refused socket never says a word. */
export function admission({ build, roleOf }: Door) {
  return (
    socket: Pick<Socket, 'handshake' | 'request'> & { data: Partial<Admitted> },
    next: (error?: Error) => void,
  ) => {
    const handshake = handshakeSchema.safeParse(socket.handshake.auth);
    if (!handshake.success) return next(new HandshakeError('bad-handshake', build));
    const { deviceId, protocol, build: pageBuild } = handshake.data;
    if (protocol !== PROTOCOL_VERSION || pageBuild !== build)
      return next(new HandshakeError('other-build', build));
    const role = roleOf(socket.request.socket.remoteAddress);
    if (role === null) return next(new HandshakeError('unpaired', build));
    socket.data.actor = { deviceId, role };
    next();
  };
}
