import OBSWebSocket from 'obs-websocket-js/json';
import { WebSocket } from 'ws';

/**
 * obs-websocket-js with a hand on its socket. Each message is answered with an unsolicited pong: OBS writes event and
 * response as two small packets with Nagle's algorithm on, and the pong carries the acknowledgement that the second
 * waits for, up to 44 ms otherwise.
 */
export class Wire extends OBSWebSocket {
  readonly #onMessage: () => void;

  constructor(onMessage: () => void) {
    super();
    this.#onMessage = onMessage;
  }

  /** Ends it now. `disconnect()` would wait 30 s for a far end that hangs. */
  terminate(): void {
    this.#webSocket()?.terminate();
  }

  protected override createConnection(url: string) {
    const hello = super.createConnection(url);
    const socket = this.#webSocket();
    socket?.on('message', () => {
      if (socket.readyState === WebSocket.OPEN) socket.pong();
      this.#onMessage();
    });
    return hello;
  }

  #webSocket(): WebSocket | undefined {
    // In Node it is always the class of `ws`; the library's types say the browser's.
    const socket: unknown = this.socket;
    return socket instanceof WebSocket ? socket : undefined;
  }
}
