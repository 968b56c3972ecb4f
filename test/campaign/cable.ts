import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { WebSocket, WebSocketServer } from 'ws';
import { Late } from '../fixtures/late.js';

/** One message of obs-websocket 5, as far as it is looked at. */
interface Message {
  op: number;
  d: { requestType?: string; requests?: { requestType: string }[] };
}

const REQUEST = 6;
const REQUEST_BATCH = 8;

/** The cable between the server and OBS, by whole messages: it sees what is asked, and it can be slow and cut. */
export class Cable {
  /** What OBS says, answers and events alike, comes this much later, in ms. */
  slowMs = 0;
  readonly #near: Server = createServer();
  readonly #upgrader = new WebSocketServer({ noServer: true, handleProtocols: ([first]) => first ?? false });
  readonly #pairs = new Set<WebSocket>();

  private constructor(
    private readonly target: string,
    private readonly onRequest: (type: string) => void,
  ) {
    this.#near.on('upgrade', (request, socket, head) => this.#dial(request, socket, head));
  }

  /** `onRequest`: the server asks OBS for that; called before it goes on to OBS. */
  static async lay(target: string, onRequest: (type: string) => void): Promise<Cable> {
    const cable = new Cable(target, onRequest);
    await new Promise<void>((resolve) => cable.#near.listen(0, '127.0.0.1', resolve));
    return cable;
  }

  get url(): string {
    // A TCP server that listens has an address of this kind.
    return `ws://127.0.0.1:${(this.#near.address() as AddressInfo).port}`;
  }

  /** Every connection ends without a word; new ones get through. */
  cut(): void {
    for (const near of this.#pairs) near.terminate();
  }

  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.#near.close(() => resolve()));
    this.cut();
    await closed;
  }

  /** Nobody gets in whom OBS does not let in: one that hangs lets wait. */
  #dial(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const offered = request.headers['sec-websocket-protocol']?.split(/, */) ?? [];
    const far = new WebSocket(this.target, offered);
    socket.once('close', () => far.terminate());
    // The other end's 'close' follows, and is enough.
    socket.on('error', () => far.terminate());
    far.on('error', () => socket.destroy());
    far.once('close', () => socket.destroy());
    far.once('open', () =>
      this.#upgrader.handleUpgrade(request, socket, head, (near) => this.#join(near, far)),
    );
  }

  #join(near: WebSocket, far: WebSocket): void {
    const late = new Late();
    this.#pairs.add(near);
    near.once('close', () => this.#pairs.delete(near));
    near.on('error', () => near.terminate());
    near.on('message', (data, isBinary) => {
      // `ws` hands over a Buffer unless it is told otherwise, and both ends speak JSON: the server offers nothing else.
      for (const type of requestsIn((data as Buffer).toString())) this.onRequest(type);
      far.send(data, { binary: isBinary });
    });
    far.on('message', (data, isBinary) =>
      late.add(this.slowMs, () => near.send(data, { binary: isBinary }, () => undefined)),
    );
  }
}

function requestsIn(text: string): string[] {
  // What the server says to OBS is of this kind.
  const { op, d } = JSON.parse(text) as Message;
  if (op === REQUEST) return [d.requestType ?? ''];
  return op === REQUEST_BATCH ? (d.requests ?? []).map(({ requestType }) => requestType) : [];
}
