import type { Server } from 'node:net';

/** How long a request may take to arrive, and a connection may do nothing in the middle of an answer, in ms. */
export const SLOWEST = { headersTimeout: 5000, requestTimeout: 8000, connectionsCheckingInterval: 1000 };
export const SLOWEST_READER_MS = 30_000;

/** Rejects with the system's error (`EADDRINUSE`, `EACCES`) when it cannot listen. */
export function listening(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
}

/** Where it listens; 0: nowhere. */
export function portOf(server: Server): number {
  const address = server.address();
  // A string is a pipe's name, and ours listen on none.
  return typeof address === 'object' ? (address?.port ?? 0) : 0;
}
