import type { LinkState } from '../protocol/slices.js';
import type { Clock } from '../show/clock.js';
import type { Log } from '../show/log.js';
import { Backoff } from './backoff.js';
import { Session, type SessionEnd } from './session.js';
import type { EventName } from './translate/events.js';

/** An OBS that speaks another protocol is looked at now and then, in case it was replaced. */
const INCOMPATIBLE_PAUSE_MS = 3000;

/** What stands on the link and lives by its generations. */
export interface LinkFollower {
  /** Events flow already. `connected` is said when this resolves; a rejection ends the session and dials again. */
  opened(session: Session): Promise<void>;
  heard(name: EventName, data: unknown): void;
  /** About once a second while OBS answers. */
  beat(): void;
  /** The session that was opened is dead. */
  closed(): void;
  state(state: LinkState): void;
}

export interface LinkOptions {
  address: string;
  password: string | null;
  clock: Clock;
  log: Log;
}

/** For the person at the terminal. */
const LINES: Record<LinkState, string | null> = {
  never: 'OBS cannot be reached. It is tried again and again.',
  connecting: null,
  'wrong-password':
    'OBS refuses the password. Correct it and start the server again: docs/troubleshooting.md#obs-refuses-the-password',
  kicked:
    'Somebody at the OBS computer closed our connection. Start the server again to connect: docs/troubleshooting.md#obs-disconnected-the-server',
  connected: 'OBS is connected.',
  'not-responding': 'OBS does not respond.',
  gone: 'OBS went away. It is tried again and again.',
};

/** Keeps one session with OBS for ever, except after a wrong password or a kick: then it waits for `retry`. */
export class ObsLink {
  readonly #options: LinkOptions;
  readonly #backoff = new Backoff(Math.random);
  #follower: LinkFollower | null = null;
  #state: LinkState = 'never';
  #session: Session | null = null;
  #reached = false;
  #running = false;
  #loop: Promise<void> = Promise.resolve();
  #wake: () => void = () => undefined;

  constructor(options: LinkOptions) {
    this.#options = options;
  }

  /** Before `start`; there is one. */
  follow(follower: LinkFollower): void {
    this.#follower = follower;
  }

  start(): void {
    if (this.#running) return;
    this.#running = true;
    this.#loop = this.#keepLinked();
  }

  /** Resolves when the sockets are closed and nothing is waiting any more. */
  async stop(): Promise<void> {
    this.#running = false;
    this.#session?.close();
    this.#wake();
    await this.#loop;
  }

  /** Goes on after `wrong-password` or `kicked`, and cuts any other wait short. */
  retry(): void {
    this.#wake();
  }

  /** As dialled; it may hold credentials. */
  get address(): string {
    return this.#options.address;
  }

  get state(): LinkState {
    return this.#state;
  }

  /** The one that is mirrored, or null. */
  get session(): Session | null {
    return this.#state === 'connected' || this.#state === 'not-responding' ? this.#session : null;
  }

  async #keepLinked(): Promise<void> {
    this.#enter('connecting');
    while (this.#running) {
      const end = await this.#live();
      if (!this.#running) return;
      this.#enter(this.#stateAfter(end));
      if (end === 'wrong-password' || end === 'kicked') {
        await this.#pause(null);
        this.#enter('connecting');
      } else {
        await this.#pause(end === 'incompatible' ? INCOMPATIBLE_PAUSE_MS : this.#backoff.next());
      }
    }
  }

  /** One session from the dial to its end. */
  async #live(): Promise<SessionEnd> {
    const { address, password, clock, log } = this.#options;
    const session = new Session({
      address,
      password,
      clock,
      log,
      onEvent: (name, data) => this.#follower?.heard(name, data),
      onBeat: () => this.#beat(),
      onQuiet: () => this.#quiet(),
    });
    this.#session = session;
    const failure = await session.open();
    if (failure === null) {
      this.#enter('connecting');
      void this.#hand(session);
    }
    const end = failure ?? (await session.ended);
    this.#session = null;
    if (failure === null) this.#follower?.closed();
    return end;
  }

  /** "connected" is said when the follower read everything. */
  async #hand(session: Session): Promise<void> {
    try {
      await this.#follower?.opened(session);
    } catch (error) {
      if (this.#session === session) this.#options.log('warn', 'OBS could not be read', error);
      session.close();
      return;
    }
    if (this.#session !== session || !this.#running) return;
    this.#reached = true;
    this.#backoff.reset();
    this.#enter('connected');
  }

  #beat(): void {
    if (this.#state === 'not-responding') this.#enter('connected');
    this.#follower?.beat();
  }

  #quiet(): void {
    if (this.#state === 'connected') this.#enter('not-responding');
  }

  #stateAfter(end: SessionEnd): LinkState {
    switch (end) {
      case 'wrong-password':
      case 'kicked':
        return end;
      case 'silent':
        return this.#reached ? 'not-responding' : 'never';
      case 'incompatible':
      case 'closed':
        return this.#reached ? 'gone' : 'never';
      default:
        return end satisfies never;
    }
  }

  /** The follower is told each time: the state may be the old one and the session another. */
  #enter(state: LinkState): void {
    const line = LINES[state];
    if (state !== this.#state && line !== null)
      this.#options.log(state === 'connected' ? 'info' : 'warn', line);
    this.#state = state;
    this.#follower?.state(state);
  }

  /** Null: until `retry` or `stop`. */
  async #pause(ms: number | null): Promise<void> {
    let cancel: () => void = () => undefined;
    await new Promise<void>((resolve) => {
      this.#wake = resolve;
      if (ms !== null) cancel = this.#options.clock.after(ms, resolve);
    });
    cancel();
  }
}
