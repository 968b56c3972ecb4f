import { createServer } from 'node:net';

/** A TCP port of loopback that nothing listens on now, for programs that cannot take port 0 themselves. */
export function freePort(): Promise<number> {
  return listenOnce(0);
}

/** The same where the next one is free too, for a server that takes both. */
export async function freePortOfTwo(): Promise<number> {
  for (;;) {
    const port = await freePort();
    const next = await listenOnce(port + 1).catch(() => null);
    if (next !== null) return port;
  }
}

/** The port, once nothing listens on it any more. Rejects when something else does. */
function listenOnce(wanted: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(wanted, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
