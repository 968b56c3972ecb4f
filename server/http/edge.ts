import { createServer, type Server } from 'node:http';
import compression from 'compression';
import express from 'express';
import { Server as SocketServer, type Socket } from 'socket.io';
import type { Reply, Watch } from '../protocol/events.js';
import type { Actor } from '../show/actor.js';
import type { Clock } from '../show/clock.js';
import type { Log } from '../show/log.js';
import type { Renderers } from '../show/renderers.js';
import { idsGone, itemsOf } from '../show/items.js';
import type { Store } from '../show/store.js';
import { Conduct } from './conduct.js';
import { serveAsRun, type AsRunDoor } from './asRunRoute.js';
import { serveDesk, type DeskNamespace } from './desk.js';
import { serveDevPages } from './devPages.js';
import { entranceOf } from './entrance.js';
import { Feed } from './feed.js';
import { Gate } from './gate.js';
import type { Admitted, Door } from './handshake.js';
import { devHeaders, strictHeaders } from './headers.js';
import { SLOWEST, SLOWEST_READER_MS, listening, portOf } from './listening.js';
import { answerTheRest } from './rest.js';
import { serveOverlay, type OverlayNamespace } from './overlay.js';
import { Pace } from './pace.js';
import { servePages } from './pages.js';
import { servePairing, type Redeem } from './pairRoute.js';
import { Presence } from './presence.js';
import { Reception } from './reception.js';
import { roomOf, roomOfDevice } from './room.js';
import { TlsFront, type Shown } from './tlsFront.js';
import { leadToHttps } from './toHttps.js';
import { serveTrust, type Trusted } from './trustRoute.js';
import { Views } from './views.js';
import { Watching } from './watching.js';

/** Largest message taken from a page, in bytes; the longest real one has four long names in it. */
const LARGEST_MESSAGE = 32_768;
/** How long a socket may be open without a namespace that let it in, in ms. */
const SAYS_WHO_WITHIN_MS = 3000;
/** How often a device may come in by a door: each time it is told everything. */
const VISITS = { burst: 60, perSecond: 3 };

export interface EdgeOptions {
  store: Store;
  clock: Clock;
  log: Log;
  renderers: Renderers;
  dispatch: (actor: Actor, raw: unknown) => Promise<Reply>;
  pairing: PairedDevices;
  asRun: AsRunDoor['asRun'];
  build: string;
  version: string;
  bootId: string;
  /** Names that a Host header may carry besides IP literals. */
  hostNames: readonly string[];
  /** What all pages together look at has changed. */
  onWatch: (watch: Watch) => void;
  /** Where the built pages are, or the repository in development. */
  pages: { built: string } | { sources: string };
  /** Null: plain HTTP for everybody. Else that is for this computer alone. */
  https: { pair: Shown; authority: Trusted | null } | null;
}

/** Who is paired, and how a device becomes it. */
export interface PairedDevices {
  actorOf: Door['actorOf'];
  redeem: Redeem;
  /** A device came or went. */
  heard: (deviceId: string, address: string) => void;
}

/** Everything that listens: pages and health by HTTP, the desk and the overlays by WebSocket. */
export class HttpEdge {
  readonly #options: EdgeOptions;
  readonly #app = express();
  /** Answers all that is asked, whichever way it came. */
  readonly #server: Server = createServer(SLOWEST, this.#app);
  readonly #front: TlsFront | null;
  readonly #io: SocketServer;
  readonly #gate: Gate;
  readonly #reception: Reception;
  readonly #conduct: Conduct;
  readonly #watching: Watching;
  #closeDev: () => Promise<void> = () => Promise.resolve();

  constructor(options: EdgeOptions) {
    this.#options = options;
    this.#front = options.https === null ? null : new TlsFront(this.#server, options.https.pair);
    this.#watching = new Watching(options.onWatch);
    this.#gate = new Gate({
      names: options.hostNames,
      entranceOf,
      pageCount: () => this.#pageCount,
    });
    this.#conduct = new Conduct(options);
    this.#reception = new Reception({ clock: options.clock, actorOf: options.pairing.actorOf });
    for (const server of [this.#server, this.#front?.listener]) if (server) this.#reception.watch(server);
    this.#server.setTimeout(SLOWEST_READER_MS);
    this.#io = new SocketServer(this.#server, {
      transports: ['websocket'],
      serveClient: false,
      maxHttpBufferSize: LARGEST_MESSAGE,
      destroyUpgrade: 'built' in options.pages,
      connectTimeout: SAYS_WHO_WITHIN_MS,
      pingInterval: 2000,
      pingTimeout: 3000,
      allowRequest: (request, answer) =>
        answer(null, this.#gate.socketIsWelcome(request) && this.#reception.mayAsk(request)),
    });
    this.#io.engine.on('connection', (line: Socket['conn']) => this.#conduct.watch(line));
  }

  /** The one that devices know. */
  get port(): number {
    return this.#front?.port ?? this.plainPort;
  }

  /** The one on which plain HTTP is answered; OBS on this computer comes by it. */
  get plainPort(): number {
    return portOf(this.#server);
  }

  /** The way to tell every panel what became of a command. */
  get desk(): DeskNamespace {
    // socket.io types a server's events once for all its namespaces; ours differ, and are parsed on arrival.
    return this.#io.of('/desk') as unknown as DeskNamespace;
  }

  /** The way to those who look. */
  get feed(): Feed {
    return new Feed(this.desk, this.#watching);
  }

  /**
   * With HTTPS also on `plainPort` of this computer.
   * @throws the system's error (`EADDRINUSE`, `EACCES`) when it cannot listen; `port` in it says where.
   */
  async start(port: number, host: string, plainPort: number): Promise<void> {
    const { store, bootId, clock } = this.#options;
    // As with the desk: one type a server, two namespaces.
    const overlay = this.#io.of('/overlay') as unknown as OverlayNamespace;
    // The namespace that socket.io has of itself is nobody's: it would keep whoever joins it, past the time to say who one is.
    this.#io.use((_socket, next) => next(new Error('nobody')));
    const views = new Views({
      store,
      bootId,
      send: (role, patch) => {
        const namespace = role === 'overlay' ? overlay : this.desk;
        namespace.to(roomOf(role)).emit('patch', patch);
      },
    });
    views.start();
    const presence = new Presence({ store, clock });
    presence.start();
    const { actorOf, heard } = this.#options.pairing;
    const visits = new Pace(clock, VISITS);
    const door = { ...this.#options, actorOf, heard, views, visits };
    serveDesk(this.desk, { ...door, watching: this.#watching, presence });
    serveOverlay(overlay, { ...door, presence });
    for (const name of ['/desk', '/overlay'])
      this.#io.of(name).on('connection', (socket) => {
        // What was admitted carries its actor; socket.io types no data of a namespace that it does not know.
        const { deviceId } = (socket.data as Admitted).actor;
        this.#conduct.letIn(socket, deviceId);
        this.#reception.letIn(socket.request, deviceId);
      });
    this.#hangUpOnTheRevoked();
    clock.onStep(() => {
      this.desk.emit('clock.stepped');
      overlay.emit('clock.stepped');
    });
    await this.#servePages();
    if (this.#front === null) return listening(this.#server, port, host);
    await listening(this.#front.listener, port, host);
    await listening(this.#server, plainPort, '127.0.0.1');
  }

  /** Another certificate, for who connects from now on. */
  show(pair: Shown): void {
    this.#front?.show(pair);
  }

  /** Shows on all pages of a device which one it is. */
  flash(deviceId: string, name: string): void {
    this.desk.to(roomOfDevice(deviceId)).emit('flash', { name });
  }

  async stop(): Promise<void> {
    await this.#closeDev();
    const closed = this.#io.close();
    // A browser keeps connections open that it never used; closing waits for them otherwise.
    this.#server.closeAllConnections();
    this.#front?.stop();
    await closed;
  }

  get #pageCount(): number {
    return this.#io.of('/desk').sockets.size + this.#io.of('/overlay').sockets.size;
  }

  /** At once: of a device that is no more, and of one that is shown by another secret from now on. */
  #hangUpOnTheRevoked(): void {
    this.#options.store.subscribe(({ set, gone }) => {
      const revoked = idsGone({ gone }, 'device');
      const renewed = itemsOf(set, 'credential').map(({ deviceId }) => deviceId);
      for (const deviceId of [...revoked, ...renewed]) {
        for (const namespace of ['/desk', '/overlay'])
          this.#io.of(namespace).in(roomOfDevice(deviceId)).disconnectSockets(true);
      }
    });
  }

  async #servePages(): Promise<void> {
    const { pages, version, store, log, clock, asRun, pairing, https } = this.#options;
    this.#app.disable('x-powered-by');
    this.#app.use('built' in pages ? strictHeaders() : devHeaders());
    this.#app.use((request, response, next) => {
      if (this.#gate.hostIsOurs(request)) return next();
      response.status(421).type('text').send('This address is not one of this server’s own names.\n');
    });
    this.#app.use((request, response, next) => {
      if (this.#reception.mayAsk(request)) return next();
      response
        .status(429)
        .set('Connection', 'close')
        .type('text')
        .send('Too many requests. Wait a minute.\n');
    });
    this.#app.use(leadToHttps(() => (this.#front === null ? null : this)));
    this.#app.use(compression());
    this.#app.get('/healthz', (_request, response) => {
      response.json({ status: 'ok', version, obs: store.state.obs?.link ?? 'never' });
    });
    this.#app.use((request, response, next) => {
      if (request.method === 'GET' || this.#gate.originIsOurs(request)) return next();
      response.status(403).type('text').send('Another site’s page may not ask for this.\n');
    });
    servePairing(this.#app, pairing.redeem);
    serveAsRun(this.#app, {
      asRun,
      actorOf: pairing.actorOf,
      originIsOurs: (request) => this.#gate.originIsOurs(request),
      now: () => clock.now(),
    });
    if (https?.authority != null) serveTrust(this.#app, https.authority);
    if ('built' in pages) servePages(this.#app, pages.built);
    else this.#closeDev = await serveDevPages(this.#app, this.#server, pages.sources);
    answerTheRest(this.#app, log);
  }
}
