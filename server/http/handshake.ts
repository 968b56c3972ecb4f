import type { Socket } from 'socket.io';
import { PROTOCOL_VERSION, type HandshakeRefusal, type Role } from '../protocol/codes.js';
import { handshakeSchema } from '../protocol/events.js';
import type { Actor } from '../show/actor.js';
import { addressOf, secretIn } from './credential.js';
import type { Pace } from './pace.js';

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
  /** Whose secret this is; null: nobody's that is paired. */
  actorOf: (secret: string | null, address: string) => Actor | null;
  /** How often a device may come in. */
  visits: Pace;
}

/** What every admitted socket carries. */
export interface Admitted {
  actor: Actor;
}

/** Most pages of one device at once: a tablet has one or two, and who has one secret must not take all the room. */
const MOST_OF_ONE = 20;

type Knocking = Pick<Socket, 'handshake' | 'request' | 'nsp' | 'conn'> & { data: Partial<Admitted> };

/** Socket.io middleware that admits or refuses before `connection`, so that a refused socket never says a word. */
export function admission({ build, actorOf, visits }: Door, roles: readonly Role[]) {
  const lines = new WeakSet<Socket['conn']>();
  return (socket: Knocking, next: (error?: Error) => void) => {
    // One that knocks a hundred times in one breath would be let in as often, and told everything as often.
    if (lines.has(socket.conn)) return next(new HandshakeError('bad-handshake', build));
    lines.add(socket.conn);
    const handshake = handshakeSchema.safeParse(socket.handshake.auth);
    if (!handshake.success) return next(new HandshakeError('bad-handshake', build));
    const { protocol, build: pageBuild, token } = handshake.data;
    if (protocol !== PROTOCOL_VERSION || pageBuild !== build)
      return next(new HandshakeError('other-build', build));
    const actor = actorOf(token ?? secretIn(socket.request), addressOf(socket.request));
    if (actor === null || !roles.includes(actor.role)) return next(new HandshakeError('unpaired', build));
    if (pagesOf(socket.nsp, actor.deviceId) >= MOST_OF_ONE || !visits.take(actor.deviceId, 1))
      return next(new HandshakeError('too-many', build));
    socket.data.actor = actor;
    next();
  };
}

function pagesOf({ sockets }: Socket['nsp'], deviceId: string): number {
  // What was admitted carries its actor; socket.io types no data of a namespace that it does not know.
  return [...sockets.values()].filter(({ data }) => (data as Partial<Admitted>).actor?.deviceId === deviceId)
    .length;
}
