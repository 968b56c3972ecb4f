import { io, type Socket } from 'socket.io-client';
import type { Patch, Snapshot } from '../../server/protocol/events.js';
import type { State } from '../../server/protocol/slices.js';
import { ClockOffset } from '../../web/live/clockOffset.js';
import { Patches } from '../../web/live/patches.js';
import { startRelay, type Relay } from '../obs/relay.js';
import type { Credential, Door } from './credentials.js';
import type { Server } from './server.js';

/** What is said on either door; the server's own types are narrower. */
interface Heard {
  snapshot: (snapshot: Snapshot) => void;
  patch: (patch: Patch) => void;
  'clock.stepped': () => void;
  'renderer.ping': (answer: () => void) => void;
}
type Line = Socket<Heard, Record<string, (...args: unknown[]) => void>>;

/** How a client reaches the server. */
interface Way {
  relay: Relay;
  serverUrl: string;
  auth: object;
}

const REDIAL_MS = 50;
const CONNECT_WITHIN_MS = 2000;
const SAMPLE_WITHIN_MS = 2000;
/** There and back it is most of what a live command may take. */
const LAG_MS = 350;

/** A page's connection by the rules of `web/live`, over a cable of its own that can be cut and frozen. */
export class Client {
  readonly patches = new Patches();
  readonly #wall = { shiftMs: 0 };
  readonly #clock = new ClockOffset({
    running: () => performance.now(),
    wall: () => Date.now() + this.#wall.shiftMs,
  });
  readonly #socket: Line;
  readonly #relay: Relay;
  #isWanted = true;
  #isFrozen = false;
  /** Counts connections: what was sent on an older one is not answered any more. */
  generation = 0;
  /** How far it has followed. */
  seq = 0;

  protected constructor(
    readonly name: string,
    door: Door,
    { relay, serverUrl, auth }: Way,
    readonly complain: (what: string) => void,
  ) {
    this.#relay = relay;
    this.#socket = io(`${relay.url.replace('ws:', 'http:')}${door}`, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      autoConnect: false,
      timeout: CONNECT_WITHIN_MS,
      auth,
      // The relay's port is not the server's, which knows its own.
      extraHeaders: { host: new URL(serverUrl).host },
    });
    this.#listen();
  }

  /** A cable of its own, and what opens the door at its end. */
  static async wayTo({ url }: Server, { auth }: Credential): Promise<Way> {
    return { relay: await startRelay(url), serverUrl: url, auth };
  }

  get state(): Partial<State> {
    return this.patches.state;
  }

  /** It should be in step with the server. */
  get isOnline(): boolean {
    return this.#isWanted && !this.#isFrozen;
  }

  /** It has the picture, and the time that commands are stamped with. */
  get isReady(): boolean {
    if (this.#clock.hasStepped()) this.#remeasure();
    return this.#socket.connected && this.patches.bootId !== null && this.#clock.isKnown;
  }

  /** The server's clock, as this device knows it. */
  now(): number {
    return this.#clock.now();
  }

  open(): void {
    this.#dial();
  }

  /** The network of this device goes, and comes back with `back`. */
  cut(): void {
    this.#isWanted = false;
    this.#relay.cutOldest();
    this.#socket.disconnect();
  }

  back(): void {
    this.melt();
    if (this.#isWanted) return;
    this.#isWanted = true;
    this.#dial();
  }

  /** What it sends lies on the way until `melt`; nobody notices at first. */
  freeze(): void {
    this.#isFrozen = true;
    this.#relay.freeze();
  }

  melt(): void {
    this.#isFrozen = false;
    this.#relay.melt();
    this.#relay.lag(0);
  }

  /** What passes on its cable, either way, is late and in pieces until `melt`. */
  lag(): void {
    this.#relay.lag(LAG_MS);
  }

  /** Somebody sets the clock of the device. */
  setClock(byMs: number): void {
    this.#wall.shiftMs += byMs;
  }

  /** Its page, its browser or its device dies without a word. */
  async kill(): Promise<void> {
    this.#isWanted = false;
    await this.#relay.stop();
    this.#socket.disconnect();
  }

  async close(): Promise<void> {
    this.#isWanted = false;
    this.#socket.disconnect();
    await this.#relay.stop();
  }

  /** It asks to be let in: what it is told next is not older than this. */
  protected dials(): void {}

  /** A patch or a snapshot came in. */
  protected followed(_isNew: boolean): void {}

  protected get socket(): Line {
    return this.#socket;
  }

  #listen(): void {
    const socket = this.#socket;
    socket.on('connect', () => {
      this.generation += 1;
      const acknowledged = new Set<string>();
      socket.io.engine.on('packet', ({ data }: { data?: unknown }) => {
        const id = typeof data === 'string' ? /^43\/desk,(\d+)\[/.exec(data)?.[1] : undefined;
        if (id === undefined) return;
        if (acknowledged.has(id)) this.complain(`${this.name} got a second reply to its message ${id}`);
        acknowledged.add(id);
      });
      this.#remeasure();
    });
    socket.on('disconnect', () => {
      socket.sendBuffer = [];
      this.patches.end();
      this.#redial();
    });
    socket.on('connect_error', (error: Error & { data?: unknown }) => {
      if (error.data !== undefined) this.complain(`${this.name} was refused: ${JSON.stringify(error.data)}`);
      this.#redial();
    });
    socket.on('snapshot', (snapshot) => {
      this.patches.start(snapshot);
      this.seq = snapshot.seq;
      this.followed(true);
    });
    socket.on('patch', (patch) => {
      if (!this.patches.apply(patch)) {
        this.complain(`${this.name} missed a patch before ${patch.seq}`);
        socket.disconnect();
        return;
      }
      this.seq = patch.seq;
      this.followed(false);
    });
    socket.on('clock.stepped', () => this.#remeasure());
  }

  #dial(): void {
    this.dials();
    this.#socket.connect();
  }

  #redial(): void {
    setTimeout(() => {
      if (this.#isWanted && !this.#socket.connected) this.#dial();
    }, REDIAL_MS).unref();
  }

  #remeasure(): void {
    this.#clock.forget();
    if (this.#socket.connected) void this.#measure();
  }

  async #measure(): Promise<void> {
    const ask = () => this.#socket.timeout(SAMPLE_WITHIN_MS).emitWithAck('clock') as Promise<number>;
    try {
      await this.#clock.sample(ask);
    } catch {
      // Silence, or the connection went: a new one begins anew.
      this.#socket.disconnect();
    }
  }
}
