import { connect, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';
import { WebSocket } from 'ws';

/** Longest that anything may take on a loaded machine, in ms. */
export const SOON = { timeout: 8000, interval: 20 };

/** A bare connection to a server, by which anything may be said. */
export function wire(origin: string): Socket {
  const socket = connect({ port: Number(new URL(origin).port), host: '127.0.0.1' });
  // The server hangs up, as it should; what counts is when.
  socket.on('error', () => undefined);
  onTestFinished(() => void socket.destroy());
  return socket;
}

/** Resolves with all that was heard once the other end hangs up; rejects after ten seconds. */
export function heardUntilClosed(socket: Socket): Promise<string> {
  let text = '';
  return new Promise((resolve, reject) => {
    const deadline = setTimeout(() => reject(new Error(`not hung up within 10 s: ${text}`)), 10_000);
    socket.setEncoding('latin1').on('data', (chunk) => (text += String(chunk)));
    socket.once('close', () => {
      clearTimeout(deadline);
      resolve(text);
    });
  });
}

/** What a server answers to these bytes, which ask it to hang up afterwards. */
export async function answerTo(origin: string, bytes: string): Promise<string> {
  const socket = wire(origin);
  socket.write(bytes, 'latin1');
  return heardUntilClosed(socket);
}

/** The lines of a request to this server that is well-formed so far. */
export function requestLines(origin: string, ...lines: string[]): string {
  return `${[...lines, `Host: ${new URL(origin).host}`].join('\r\n')}\r\n`;
}

/** A WebSocket as engine.io has it, that speaks no socket.io by itself: it answers no ping, and reads when it likes. */
export async function line(origin: string): Promise<WebSocket> {
  const socket = new WebSocket(`${origin.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`);
  onTestFinished(() => socket.terminate());
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
  socket.on('error', () => undefined);
  return socket;
}

/** The same, let in by a door. */
export async function lineThrough(origin: string, door: string, auth: object): Promise<WebSocket> {
  const socket = await line(origin);
  const snapshot = said(socket, `42${door},["snapshot"`);
  socket.send(`40${door},${JSON.stringify(auth)}`);
  await snapshot;
  return socket;
}

/** The next message that begins like this. */
export function said(socket: WebSocket, beginning: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const deadline = setTimeout(() => reject(new Error(`nothing like ${beginning} within 3 s`)), 3000);
    socket.on('message', function hear(data) {
      const text = textOf(data);
      if (!text.startsWith(beginning)) return;
      clearTimeout(deadline);
      socket.off('message', hear);
      resolve(text);
    });
  });
}

/** What a message says; everything that we are sent is text. */
export function textOf(data: WebSocket.RawData): string {
  return Buffer.isBuffer(data) ? data.toString() : '';
}

/** How it was hung up on; rejects when it was not within five seconds. */
export function hungUpOn(socket: WebSocket): Promise<{ code: number; reason: string }> {
  return new Promise((resolve, reject) => {
    const deadline = setTimeout(() => reject(new Error('not hung up on within 5 s')), 5000);
    socket.once('close', (code, reason) => {
      clearTimeout(deadline);
      resolve({ code, reason: reason.toString() });
    });
  });
}
