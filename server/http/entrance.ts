import type { IncomingMessage } from 'node:http';

/** By which of the server's ports something came, and how it is spoken to there. */
export interface Entrance {
  scheme: 'http' | 'https';
  port: number;
}

/** By the connection itself: headers say what anybody likes. */
export function entranceOf({ socket }: Pick<IncomingMessage, 'socket'>): Entrance {
  // Only sockets of TLS have this.
  return { scheme: 'encrypted' in socket ? 'https' : 'http', port: socket.localPort ?? 0 };
}
