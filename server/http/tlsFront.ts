import { createServer as createHttpServer, type Server as HttpServer } from 'node:http';
import { createServer as createTlsServer, type Server as TlsServer } from 'node:https';
import { createServer as createListener, type Server as Listener, type Socket } from 'node:net';
import { SLOWEST, SLOWEST_READER_MS, portOf } from './listening.js';

/** A certificate and its key, as PEM. */
export interface Shown {
  cert: string;
  key: string;
}

/** Longest that somebody may be silent, or take to agree on a key, in ms. */
const PATIENCE_MS = 10_000;
/** With this byte TLS begins, and nothing of HTTP does. */
const HANDSHAKE = 0x16;

/**
 * HTTPS on the port that devices know. What comes in goes on to the server that answers plain HTTP. Who speaks plain
 * HTTP here is heard too, because people type addresses without a scheme; no WebSocket comes in that way.
 */
export class TlsFront {
  readonly #listener: Listener;
  readonly #tls: TlsServer;
  readonly #plain: HttpServer;
  readonly #silent = new Set<Socket>();

  constructor(hub: HttpServer, shown: Shown) {
    this.#tls = createTlsServer({ ...SLOWEST, ...shown, handshakeTimeout: PATIENCE_MS });
    this.#plain = createHttpServer(SLOWEST);
    for (const server of [this.#tls, this.#plain]) {
      server.setTimeout(SLOWEST_READER_MS);
      server.on('request', (request, response) => hub.emit('request', request, response));
    }
    this.#tls.on('upgrade', (request, socket, head) => hub.emit('upgrade', request, socket, head));
    // As Node's own servers of HTTP are: an answer goes out at once, also to who has closed its side.
    this.#listener = createListener({ allowHalfOpen: true, noDelay: true }, (socket) => this.#hear(socket));
  }

  get port(): number {
    return portOf(this.#listener);
  }

  get listener(): Listener {
    return this.#listener;
  }

  /** To who comes from now on. */
  show(shown: Shown): void {
    this.#tls.setSecureContext(shown);
  }

  stop(): void {
    this.#listener.close();
    for (const socket of this.#silent) socket.destroy();
    for (const server of [this.#tls, this.#plain]) server.closeAllConnections();
  }

  /** The first byte says which of the two it is; it is put back, for who goes on with it. */
  #hear(socket: Socket): void {
    const hangUp = () => void socket.destroy();
    this.#silent.add(socket);
    socket.setTimeout(PATIENCE_MS, hangUp).on('error', hangUp);
    socket.once('close', () => this.#silent.delete(socket));
    socket.once('end', hangUp);
    socket.once('data', (first) => {
      socket.pause();
      socket.setTimeout(0).off('timeout', hangUp).off('error', hangUp).off('end', hangUp);
      this.#silent.delete(socket);
      socket.unshift(first);
      (first[0] === HANDSHAKE ? this.#tls : this.#plain).emit('connection', socket);
      process.nextTick(() => socket.resume());
    });
  }
}
