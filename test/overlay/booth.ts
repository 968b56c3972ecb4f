import { randomUUID } from 'node:crypto';
import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { Server } from 'socket.io';
import type {
  OverlayToServer,
  RendererHello,
  RendererReport,
  ServerToOverlay,
} from '../../server/protocol/events.js';
import type { Instance, Reported, State } from '../../server/protocol/slices.js';
import { servePages } from '../../server/http/pages.js';
import { BUILD } from './pages.js';

type Io = Server<OverlayToServer, ServerToOverlay>;

const DEADLINE_MS = 8000;
const LAYER = 'lower-third';

const YOU = { deviceId: 'overlay', role: 'overlay' } as const;

/**
 * The far end of an overlay page: the real pages under the real headers, and a `/overlay` namespace that says what the
 * test tells it and keeps what it hears. It can die and come back on the same port.
 */
export class Booth {
  readonly #pages: string;
  readonly #heard: { hellos: RendererHello[]; reports: RendererReport[] } = { hellos: [], reports: [] };
  readonly #listeners = new Set<() => void>();
  #running: { http: HttpServer; io: Io } | null = null;
  #port = 0;
  #bootId = randomUUID();
  #seq = 0;
  #state: Partial<State>;
  /** The server's clock is this far from the machine's, in ms. */
  clockOffset = 0;

  constructor(pages: string, isSimulator = false) {
    this.#pages = pages;
    this.#state = {
      booth: {
        id: randomUUID(),
        name: 'Test booth',
        bootId: this.#bootId,
        version: '0.0.0',
        build: BUILD,
        simulator: isSimulator,
      },
      theme: { accent: '#ffcb2f', plate: 'rgb(13 19 29 / 94%)', ink: '#ffffff', muted: '#aebccb' },
    };
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  get hellos(): readonly RendererHello[] {
    return this.#heard.hellos;
  }

  get reports(): readonly RendererReport[] {
    return this.#heard.reports;
  }

  now(): number {
    return Date.now() + this.clockOffset;
  }

  async start(): Promise<void> {
    const app = express();
    app.get('/healthz', (_request, response) => void response.json({}));
    servePages(app, this.#pages);
    const http = createServer(app);
    const io: Io = new Server(http, { transports: ['websocket'], serveClient: false });
    io.of('/overlay').on('connection', (socket) => {
      socket.emit('snapshot', { bootId: this.#bootId, you: YOU, seq: this.#seq, state: this.#state });
      socket.on('clock', (answer) => answer(this.now()));
      socket.on('renderer.hello', (hello) => this.#hear(() => this.#heard.hellos.push(hello)));
      socket.on('renderer.report', (report) => this.#hear(() => this.#heard.reports.push(report)));
    });
    await new Promise<void>((resolve) => http.listen(this.#port, '127.0.0.1', resolve));
    // Listening on TCP, so the address is one of TCP.
    this.#port = (http.address() as AddressInfo).port;
    this.#running = { http, io };
  }

  async stop(): Promise<void> {
    const running = this.#running;
    this.#running = null;
    if (running === null) return;
    running.http.closeAllConnections();
    await running.io.close();
  }

  /** As after a kill: another boot with the same show. */
  async restart(): Promise<void> {
    await this.stop();
    this.#bootId = randomUUID();
    await this.start();
  }

  put(set: Partial<State>): void {
    this.#state = { ...this.#state, ...set };
    this.#seq++;
    const patch = { bootId: this.#bootId, you: YOU, seq: this.#seq, set, gone: [] };
    this.#running?.io.of('/overlay').emit('patch', patch);
  }

  /** What should be on the layer of lower thirds. */
  want(onAir: Instance | null): void {
    this.put({ [`wanted:${LAYER}`]: { layer: LAYER, onAir, armed: null, leaving: null } });
  }

  /** What the server holds to be on it. */
  believe(instanceId: string | null, state: Reported['state']): void {
    this.put({
      [`reported:${LAYER}`]: { layer: LAYER, instanceId, state, step: null, at: this.now() },
    });
  }

  /** Resolves when the page answered a ping. */
  async ping(): Promise<void> {
    const [socket] = (await this.#running?.io.of('/overlay').fetchSockets()) ?? [];
    await socket?.timeout(DEADLINE_MS).emitWithAck('renderer.ping');
  }

  /** Resolves with the first report, past or to come, of that instance in that state; rejects after a deadline. */
  async reported(instanceId: string | null, state: Reported['state']): Promise<RendererReport> {
    return this.when(
      () => this.reports.find((it) => it.instanceId === instanceId && it.state === state),
      `a report of ${instanceId ?? 'nothing'} as ${state}`,
    );
  }

  /** Resolves as soon as `find` finds something in what was heard. */
  when<T>(find: () => T | undefined, what: string): Promise<T> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#listeners.delete(look);
        reject(new Error(`no ${what}; heard ${JSON.stringify(this.reports)}`));
      }, DEADLINE_MS);
      const look = () => {
        const found = find();
        if (found === undefined) return;
        clearTimeout(timer);
        this.#listeners.delete(look);
        resolve(found);
      };
      this.#listeners.add(look);
      look();
    });
  }

  /** Nothing heard so far counts any longer. */
  forget(): void {
    this.#heard.hellos.length = 0;
    this.#heard.reports.length = 0;
  }

  #hear(keep: () => void): void {
    keep();
    for (const listener of this.#listeners) listener();
  }
}
