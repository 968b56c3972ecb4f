import type { Patch, Snapshot, You } from '../../server/protocol/events.js';
import type { State } from '../../server/protocol/slices.js';
import { PROTOCOL_VERSION } from '../../server/protocol/codes.js';
import { Build } from './build.js';
import { ClockOffset } from './clockOffset.js';
import { Connection, makeSocket, type AnySocket, type Door, type Doors } from './connection.js';
import { Patches } from './patches.js';
import { refusalIn, type LinkRefusal } from './linkRefusal.js';
import { watchPage } from './watch.js';

/**
 * `connecting`: not yet connected since the page was opened. `connected`: the picture is right and commands may be
 * sent. `lost`: the picture is old, it dials. `reloading`: for the server's newer build. `refused`: see `refusal`.
 */
export type Link = 'connecting' | 'connected' | 'lost' | 'reloading' | 'refused';

export interface LiveOptions<D extends Door> {
  namespace: D;
  /** What an overlay page is known by; null: the cookie of this browser. */
  token: string | null;
  /** `__BUILD__`. */
  build: string;
}

const CLOCK_SAMPLES = 5;
const CLOCK_TIMEOUT_MS = 2000;
/** After a reload that did not help: often enough to come back by itself, seldom enough to harm nobody. */
const OTHER_BUILD_RETRY_MS = 5000;

/** Opens the page's one live connection: it dials, recovers and stays right by itself until `close`. */
export function openLive<D extends Door>(options: LiveOptions<D>): Live<D> {
  const { namespace, token, build } = options;
  const auth = { protocol: PROTOCOL_VERSION, build, ...(token !== null && { token }) };
  const socket = makeSocket(namespace, auth);
  const pageBuild = new Build(
    build,
    () => sessionStorage,
    () => location.reload(),
  );
  const clock = new ClockOffset({ running: () => performance.now(), wall: () => Date.now() });
  const live = new Live<D>(socket, pageBuild, clock);
  live.open();
  return live;
}

/** What the server says, whether it can be believed, and what time it is there. */
export class Live<D extends Door> {
  readonly socket: Doors[D];
  readonly #line: AnySocket;
  readonly #build: Build;
  readonly #clock: ClockOffset;
  readonly #patches = new Patches();
  readonly #connection: Connection;
  readonly #listeners = new Set<() => void>();
  #link: Link = 'connecting';
  #refusal: LinkRefusal | null = null;
  #lostAt: number | null = null;
  #you: You | null = null;
  #measurement = 0;
  #unwatch: () => void = () => undefined;

  constructor(socket: Doors[D], build: Build, clock: ClockOffset) {
    this.socket = socket;
    this.#line = socket;
    this.#build = build;
    this.#clock = clock;
    this.#connection = new Connection(this.#line, {
      up: () => this.remeasure(),
      down: () => this.#down(),
      refused: (data) => this.#refused(data),
    });
  }

  /** Every slice as last known; old unless `link` is `connected`. */
  state(): Partial<State> {
    return this.#patches.state;
  }

  link(): Link {
    return this.#link;
  }

  /** Only while `link` is `refused`. */
  refusal(): LinkRefusal | null {
    return this.#refusal;
  }

  /** When the connection went, on the server's clock; null while it stands or never stood. */
  get lostAt(): number | null {
    return this.#lostAt;
  }

  /** Who this page is to the server; null before it said so. */
  get you(): You | null {
    return this.#you;
  }

  /** The boot that the picture belongs to; null while nothing may be sent. */
  get bootId(): string | null {
    return this.#link === 'connected' ? this.#patches.bootId : null;
  }

  /** The server's clock, in ms since 1970; the device's own until it was measured. */
  now(): number {
    return this.#clock.now();
  }

  /** False: nothing live may be sent. A device that was set or slept is found out here and measured again. */
  isClockKnown(): boolean {
    if (this.#clock.hasStepped()) this.remeasure();
    return this.#clock.isKnown;
  }

  /** Called after every change of state or link; the answer unsubscribes. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Forgets the offset and measures again, as after `clock.stepped` or a refusal `ahead`. */
  remeasure(): void {
    this.#clock.forget();
    if (this.#line.connected) void this.#measure();
  }

  open(): void {
    this.#line.on('snapshot', (snapshot) => this.#start(snapshot));
    this.#line.on('patch', (patch) => this.#patch(patch));
    this.#line.on('clock.stepped', () => this.remeasure());
    this.#unwatch = watchPage({
      visible: () => this.#wake(),
      restored: () => this.#restored(),
      online: () => this.#connection.hurry(),
      beat: () => this.#beat(),
    });
    this.#connection.open();
  }

  close(): void {
    this.#unwatch();
    this.#listeners.clear();
    this.#connection.drop();
    this.#connection.stop();
  }

  #start(snapshot: Snapshot): void {
    this.#you = snapshot.you;
    const serverBuild = snapshot.state.booth?.build;
    if (serverBuild !== undefined && serverBuild !== this.#build.own) return this.#otherBuild(serverBuild);
    this.#build.settled();
    this.#patches.start(snapshot);
    this.#settle();
  }

  #patch(patch: Patch): void {
    if (this.#patches.apply(patch)) this.#tell();
    else this.#connection.drop();
  }

  /** Connected is said when both are there: the picture, and the time that commands are stamped with. */
  #settle(): void {
    if (this.#patches.bootId === null || !this.#clock.isKnown) return;
    this.#link = 'connected';
    this.#refusal = null;
    this.#lostAt = null;
    this.#tell();
  }

  #down(): void {
    this.#patches.end();
    if (this.#link !== 'connected') return;
    this.#link = 'lost';
    this.#lostAt = this.now();
    this.#tell();
  }

  #refused(data: unknown): void {
    const { code, build } = refusalIn(data);
    if (code === 'other-build') return this.#otherBuild(build);
    // Dialling on would not make the credentials better.
    this.#connection.stop();
    this.#refuse(code);
  }

  #otherBuild(serverBuild: string): void {
    this.#connection.drop();
    this.#connection.redialIn(OTHER_BUILD_RETRY_MS);
    if (!this.#build.reloadFor(serverBuild)) return this.#refuse('other-build');
    this.#link = 'reloading';
    this.#tell();
  }

  #refuse(refusal: LinkRefusal): void {
    this.#link = 'refused';
    this.#refusal = refusal;
    this.#tell();
  }

  #wake(): void {
    if (this.#clock.hasStepped()) this.#clock.forget();
    if (this.#line.connected) void this.#measure();
    else this.#connection.hurry();
  }

  #restored(): void {
    this.#connection.drop();
    this.#connection.hurry();
  }

  /** A socket can look open long after the network went: ask, and hang up on silence. */
  #beat(): void {
    if (!this.#line.connected) return;
    if (!this.isClockKnown() || this.#patches.bootId === null) return;
    void this.#sample();
  }

  async #measure(): Promise<void> {
    // A newer measurement makes an older one end; the samples of a dead socket reject by themselves.
    const mine = ++this.#measurement;
    for (let taken = 0; taken < CLOCK_SAMPLES && this.#measurement === mine; taken++) {
      if (!(await this.#sample())) return;
      if (this.#measurement === mine) this.#settle();
    }
    if (this.#patches.bootId === null && this.#measurement === mine) this.#connection.drop();
  }

  /** False: no answer in time, and the connection was given up. */
  async #sample(): Promise<boolean> {
    try {
      await this.#clock.sample(() => this.#line.timeout(CLOCK_TIMEOUT_MS).emitWithAck('clock'));
      return true;
    } catch {
      // Silence or a closed socket: both are recovered by dialling. Hanging up twice does nothing.
      this.#connection.drop();
      return false;
    }
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
