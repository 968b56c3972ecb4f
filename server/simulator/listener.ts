import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { Session, type House } from './session.js';
import { chooseEncoding } from './wire/encoding.js';

/** The port and the clients on it. */
export class Listener {
  readonly #sessions = new Set<Session>();
  readonly #server: Server;
  readonly #upgrader: WebSocketServer;
  /** Clients that knocked while OBS hung: the kernel took their connection, and nobody answers. */
  readonly #knocking = new Map<Duplex, () => void>();

  constructor(private readonly house: House) {
    this.#server = createServer((_request, response) => response.writeHead(426).end());
    this.#upgrader = new WebSocketServer({
      noServer: true,
      autoPong: false, // a hung OBS answers no ping: the session does it
      handleProtocols(offered) {
        const { encoding, isOffered } = chooseEncoding(offered);
        return isOffered ? encoding.subprotocol : false;
      },
    });
    this.#server.on('upgrade', (request, socket, head) => this.#knock(request, socket, head));
  }

  /** Listens on loopback; resolves with the port. */
  open(port: number): Promise<number> {
    return new Promise((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(port, '127.0.0.1', () => {
        this.#server.off('error', reject);
        const address = this.#server.address();
        resolve(typeof address === 'object' && address !== null ? address.port : port);
      });
    });
  }

  get sessions(): ReadonlySet<Session> {
    return this.#sessions;
  }

  /** Lets in who waited, and lets every session catch up. */
  wake(): void {
    for (const [socket, letIn] of this.#knocking) {
      this.#knocking.delete(socket);
      letIn();
    }
    for (const session of this.#sessions) session.wake();
  }

  /** Ends every connection without a goodbye. */
  drop(): void {
    for (const session of this.#sessions) session.terminate();
    for (const socket of this.#knocking.keys()) socket.destroy();
    this.#knocking.clear();
  }

  /** Listens no more and drops everybody; resolves when the port is free. */
  close(): Promise<void> {
    return new Promise((resolve) => {
      this.#server.close(() => resolve());
      this.drop();
      this.#server.closeAllConnections();
    });
  }

  #knock(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const letIn = () => this.#upgrade(request, socket, head);
    if (!this.house.faults.isHung) return letIn();
    this.#knocking.set(socket, letIn);
    socket.once('error', () => socket.destroy()); // the client gave up waiting
    socket.once('close', () => this.#knocking.delete(socket));
  }

  #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    this.#upgrader.handleUpgrade(request, socket, head, (client) => {
      const offered = request.headers['sec-websocket-protocol']?.split(',').map((name) => name.trim()) ?? [];
      const session = new Session(client, chooseEncoding(offered).encoding, this.house);
      this.#sessions.add(session);
      client.once('close', () => {
        this.#sessions.delete(session);
        this.house.onSubscriptions();
      });
      client.on('error', () => client.terminate()); // a broken frame: `close` follows and is enough
      session.start();
    });
  }
}
