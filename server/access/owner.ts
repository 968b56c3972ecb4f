import { createHash } from 'node:crypto';
import { chmodSync, rmSync } from 'node:fs';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { DEVICE_NAME_MAX, INVITED_ROLES } from '../protocol/codes.js';
import { isVisible, line } from '../protocol/commands/text.js';
import type { Log } from '../show/log.js';

/** What whoever owns the data folder may ask of the server that runs on it. */
export const tokenRequestSchema = z.strictObject({
  role: z.enum(INVITED_ROLES),
  name: line(DEVICE_NAME_MAX).refine(isVisible, 'is empty'),
});
export type TokenRequest = z.infer<typeof tokenRequestSchema>;

/** Sockets of the file system have short paths: 104 bytes on macOS, with the zero at the end. */
const LONGEST_PATH = 103;
const ANSWER_WITHIN_MS = 5000;
const LARGEST_REQUEST = 1000;

const answerSchema = z.strictObject({ token: z.string() });

/**
 * The way in for who owns the data folder: a socket in it that nobody else may open; null where none can be made. Only
 * the server that holds the folder's lock opens it, so what is left of an earlier one may be removed.
 */
export async function openOwnerSocket(
  folder: string,
  log: Log,
  token: (request: TokenRequest) => string,
): Promise<Server | null> {
  const path = ownerPath(folder);
  // Who asks ends its side first, and is answered after that.
  const server = createServer({ allowHalfOpen: true }, (socket) => answer(socket, token));
  try {
    if (process.platform !== 'win32') rmSync(path, { force: true });
    await new Promise<void>((listening, reject) => {
      server.once('error', reject);
      server.listen(path, listening);
    });
    if (process.platform !== 'win32') chmodSync(path, 0o600);
    return server;
  } catch (error) {
    // A full disk, mostly. The show goes on without it; codes are made on the panel as ever.
    log('warn', 'No token can be made from the terminal while this server runs.', error);
    server.close();
    return null;
  }
}

/** A token from the server that runs on the folder; null where none does. Rejects when it does not answer. */
export function askOwner(folder: string, request: TokenRequest): Promise<string | null> {
  return new Promise((resolveToken, reject) => {
    const socket = connect(ownerPath(folder));
    socket.setTimeout(ANSWER_WITHIN_MS, () => socket.destroy(new Error('The server does not answer.')));
    socket.on('error', (error: Error & { code?: string }) => {
      const isNobody = error.code === 'ENOENT' || error.code === 'ECONNREFUSED';
      if (isNobody) resolveToken(null);
      else reject(error);
    });
    socket.once('connect', () => socket.end(JSON.stringify(request)));
    textOf(socket)
      .then((text) => resolveToken(answerSchema.parse(JSON.parse(text)).token))
      // Also what is no answer at all: the server closed, because it did not like what was asked.
      .catch((error: unknown) => reject(error instanceof Error ? error : new Error(String(error))));
  });
}

function answer(socket: Socket, token: (request: TokenRequest) => string): void {
  socket.on('error', () => socket.destroy());
  textOf(socket)
    .then((text) => socket.end(JSON.stringify({ token: token(tokenRequestSchema.parse(JSON.parse(text))) })))
    .catch(() => socket.destroy());
}

/** All that the other end says until it ends. (To iterate over a socket would close our own side as well.) */
function textOf(socket: Socket): Promise<string> {
  return new Promise((resolveText, reject) => {
    let text = '';
    socket.setEncoding('utf8').on('data', (chunk) => {
      text += String(chunk);
      if (text.length > LARGEST_REQUEST) socket.destroy(new Error('That is too long.'));
    });
    socket.once('end', () => resolveText(text)).once('error', reject);
  });
}

function ownerPath(folder: string): string {
  const here = join(resolve(folder), 'owner.sock');
  const name = `showfloor-${createHash('sha256').update(here).digest('hex').slice(0, 16)}`;
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`;
  return Buffer.byteLength(here) <= LONGEST_PATH ? here : join(tmpdir(), `${name}.sock`);
}
