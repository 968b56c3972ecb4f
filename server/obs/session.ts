import { OBSWebSocketError, type OBSRequestTypes } from 'obs-websocket-js/json';
import type { Clock } from '../show/clock.js';
import type { Log } from '../show/log.js';
import { Connection } from './connection.js';
import { CallFailed } from './failure.js';
import { Heartbeat } from './heartbeat.js';
import { SUBSCRIPTIONS, type EventName } from './translate/events.js';

/** Under the time that a page waits for its reply. */
const COMMAND_LIMIT_MS = 2500;
const READ_LIMIT_MS = 3000;
const COMMANDS = 0;
const EVENTS = 1;

/** Why a session ended, or never came to be. */
export type SessionEnd = 'wrong-password' | 'kicked' | 'incompatible' | 'silent' | 'closed';

/** Asks OBS something; the answer is parsed by who asked. @throws CallFailed */
export type Ask = <T extends keyof OBSRequestTypes>(
  type: T,
  data: OBSRequestTypes[T] | undefined,
) => Promise<unknown>;

export interface SessionOptions {
  address: string;
  password: string | null;
  clock: Clock;
  log: Log;
  onEvent: (name: EventName, data: unknown) => void;
  onBeat: () => void;
  onQuiet: () => void;
}

/**
 * One generation of the link: two sockets that live and die together, one for commands without events, one for events
 * and reads. Used once. A cut is acknowledged in a third of the time that it takes behind its own events.
 */
export class Session {
  readonly #log: Log;
  readonly #commands: Connection;
  readonly #events: Connection;
  readonly #heartbeat: Heartbeat;
  readonly #ended: Promise<SessionEnd>;
  #end: (end: SessionEnd) => void = () => undefined;
  #alive = false;

  constructor(options: SessionOptions) {
    const { address, password, clock, log, onEvent, onBeat, onQuiet } = options;
    this.#log = log;
    this.#ended = new Promise((resolve) => (this.#end = resolve));
    const line = (index: number) => ({
      address,
      password,
      clock,
      log,
      onMessage: () => this.#heartbeat.heard(index),
      onClosed: (code: number) => this.#finish(endOf(code)),
    });
    this.#commands = new Connection({ ...line(COMMANDS), subscriptions: 0, onEvent: () => undefined });
    this.#events = new Connection({ ...line(EVENTS), subscriptions: SUBSCRIPTIONS, onEvent });
    this.#heartbeat = new Heartbeat({
      clock,
      lines: 2,
      ping: (index) => this.#ping(index === COMMANDS ? this.#commands : this.#events),
      onBeat,
      onQuiet,
      onDead: () => this.#finish('silent'),
    });
  }

  /** Null when both sockets are identified, else why not. */
  async open(): Promise<SessionEnd | null> {
    this.#alive = true;
    try {
      await this.#events.open();
      if (this.#alive) await this.#commands.open();
    } catch (error) {
      const end = endOfDial(error);
      this.#finish(end);
      return end;
    }
    // It may have been closed while it dialled.
    if (this.#alive) this.#heartbeat.start();
    else this.#commands.terminate();
    return null;
  }

  /** Resolves when either socket died. */
  get ended(): Promise<SessionEnd> {
    return this.#ended;
  }

  /** On the socket that has no events before its answers. */
  readonly command: Ask = (type, data) => this.#commands.call(type, data, COMMAND_LIMIT_MS);

  /** On the socket of the events. */
  readonly read: Ask = (type, data) => this.#events.call(type, data, READ_LIMIT_MS);

  close(): void {
    this.#finish('closed');
  }

  /** Small, and takes no lock inside OBS. What it says does not matter, nor that it fails: any answer is heard. */
  #ping(connection: Connection): void {
    connection.call('GetStudioModeEnabled', undefined, READ_LIMIT_MS).catch((error: unknown) => {
      if (!(error instanceof CallFailed)) this.#log('error', 'the ping of OBS met a bug', error);
    });
  }

  #finish(end: SessionEnd): void {
    if (!this.#alive) return;
    this.#alive = false;
    this.#heartbeat.stop();
    this.#commands.terminate();
    this.#events.terminate();
    this.#end(end);
  }
}

/** Close codes of obs-websocket. */
const ENDS: ReadonlyMap<number, SessionEnd> = new Map([
  [4009, 'wrong-password'],
  [4010, 'incompatible'],
  [4011, 'kicked'],
]);

function endOf(code: number): SessionEnd {
  return ENDS.get(code) ?? 'closed';
}

/** A dial that hangs met a machine that is there and a program that is not answering. */
function endOfDial(error: unknown): SessionEnd {
  if (error instanceof OBSWebSocketError) return endOf(error.code);
  return error instanceof CallFailed && error.ending.kind === 'no-answer' ? 'silent' : 'closed';
}
