import { io, type Socket } from 'socket.io-client';
import type {
  DeskToServer,
  Handshake,
  OverlayToServer,
  ServerToDesk,
  ServerToOverlay,
} from '../../server/protocol/events.js';

/** The two doors of the server. */
export interface Doors {
  '/desk': Socket<ServerToDesk, DeskToServer>;
  '/overlay': Socket<ServerToOverlay, OverlayToServer>;
}
export type Door = keyof Doors;

/** What both doors have in common, which is all that the connection itself needs. */
export type AnySocket = Socket<
  Pick<ServerToDesk, 'snapshot' | 'patch' | 'clock.stepped'>,
  Pick<DeskToServer, 'clock'>
>;

interface Told {
  up(): void;
  down(): void;
  /** The server answered with a no; `data` is what `connect_error` carried. */
  refused(data: unknown): void;
}

const FIRST_DELAY_MS = 100;
const MAX_DELAY_MS = 300;
const PROBE_TIMEOUT_MS = 1500;
const CONNECT_TIMEOUT_MS = 3000;

/** A socket that is not connected and does not dial by itself. */
export function makeSocket<D extends Door>(door: D, auth: Handshake): Doors[D] {
  const options = {
    transports: ['websocket'],
    reconnection: false,
    autoConnect: false,
    timeout: CONNECT_TIMEOUT_MS,
  };
  // `io` cannot know which events belong to which namespace; `Doors` is that table.
  return io(door, { ...options, auth });
}

/**
 * Dials for ever with a capped, jittered back-off. Browsers delay WebSockets to a host where many failed, by up to 5 s
 * in Chromium; so a port that was closed is asked over http first, and a socket is only tried on one that answers.
 */
export class Connection {
  readonly #socket: AnySocket;
  readonly #told: Told;
  #attempt = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #probe: AbortController | undefined;

  constructor(socket: AnySocket, told: Told) {
    this.#socket = socket;
    this.#told = told;
  }

  open(): void {
    this.#socket.on('connect', () => {
      this.#attempt = 0;
      this.#told.up();
    });
    this.#socket.on('disconnect', () => {
      // Or socket.io delivers after the reconnect what was tapped before it.
      this.#socket.sendBuffer = [];
      this.#told.down();
      this.redialIn(this.#nextDelay());
    });
    this.#socket.on('connect_error', (error: Error & { data?: unknown }) => {
      this.redialIn(this.#nextDelay());
      if (error.data !== undefined) this.#told.refused(error.data);
    });
    this.#socket.connect();
  }

  /** The one way to recover from anything odd: hang up, dial, begin with a snapshot. */
  drop(): void {
    this.#socket.disconnect();
  }

  /** Dials now instead of later: somebody looks at the page again, or the network is back. */
  hurry(): void {
    if (this.#timer !== undefined) this.redialIn(0);
  }

  redialIn(ms: number): void {
    this.stop();
    this.#timer = setTimeout(() => void this.#dial(), ms);
  }

  /** Dials no more, until told to. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#probe?.abort();
    this.#probe = undefined;
  }

  async #dial(): Promise<void> {
    this.#timer = undefined;
    const probe = new AbortController();
    this.#probe = probe;
    const isThere = await answers(probe);
    if (this.#probe !== probe) return;
    if (isThere) this.#socket.connect();
    else this.redialIn(this.#nextDelay());
  }

  #nextDelay(): number {
    const cap = Math.min(MAX_DELAY_MS, FIRST_DELAY_MS * 2 ** this.#attempt);
    this.#attempt = Math.min(this.#attempt + 1, 8);
    return cap / 2 + (Math.random() * cap) / 2;
  }
}

/** Any answer will do, also a 503: the port is open. */
async function answers(probe: AbortController): Promise<boolean> {
  const timer = setTimeout(() => probe.abort(), PROBE_TIMEOUT_MS);
  try {
    await fetch('/healthz', { cache: 'no-store', signal: probe.signal });
    return true;
  } catch {
    // Closed, unreachable or too slow: all of them mean "later".
    return false;
  } finally {
    clearTimeout(timer);
  }
}
