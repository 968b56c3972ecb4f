import { fileURLToPath } from 'node:url';
import { io, type Socket } from 'socket.io-client';
import { ServerProcess } from '../headless/serverProcess.js';

const PROGRAM = fileURLToPath(new URL('./floorServer.js', import.meta.url));
const LIMIT_MS = 3000;

/** The minimal server, not yet started. */
export function floorServer(): ServerProcess {
  return new ServerProcess({ args: () => [PROGRAM], ready: /http:\/\/127\.0\.0\.1:(\d+)\//, env: {} });
}

/** A minimal client of the minimal server. */
export class FloorClient {
  readonly #socket: Socket;

  constructor(url: string) {
    this.#socket = io(url, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      autoConnect: false,
    });
  }

  /** Resolves when it is connected. */
  async open(): Promise<void> {
    const connected = new Promise<void>((resolve, reject) => {
      this.#socket.once('connect', resolve).once('connect_error', reject);
    });
    this.#socket.connect();
    await connected;
  }

  close(): void {
    this.#socket.disconnect();
  }

  async tap(text: string): Promise<void> {
    await this.#socket.timeout(LIMIT_MS).emitWithAck('tap', text);
  }
}
