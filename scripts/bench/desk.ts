import { readFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { io, type Socket } from 'socket.io-client';
import { PROTOCOL_VERSION, REPLY_TIMEOUT_MS } from '../../server/protocol/codes.js';
import type { CommandMessage, CommandName } from '../../server/protocol/commands.js';
import type { DeskToServer, Handshake, Reply, ServerToDesk } from '../../server/protocol/events.js';
import type { State } from '../../server/protocol/slices.js';

const WAIT_MS = 10_000;

/** What a page of this build says of itself when it connects. */
export function handshake(token: string): Handshake {
  return { token, protocol: PROTOCOL_VERSION, build: builtOf() };
}

/** A tablet without a screen: the socket of a panel, and the state that it was told. */
export class Desk {
  readonly #socket: Socket<ServerToDesk, DeskToServer>;
  readonly #watchers = new Set<() => void>();
  #bootId = '';
  #state: Readonly<Partial<State>> = {};

  /** `token`: of a paired producer. */
  constructor(url: string, token: string) {
    this.#socket = io(`${url}/desk`, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      autoConnect: false,
      auth: handshake(token),
    });
  }

  get state(): Readonly<Partial<State>> {
    return this.#state;
  }

  /** Resolves when the picture is there. */
  async open(): Promise<void> {
    this.#socket.on('snapshot', ({ bootId, state }) => {
      this.#bootId = bootId;
      this.#become(state);
    });
    this.#socket.on('patch', ({ set, gone }) => {
      const next = { ...this.#state, ...set };
      for (const key of gone) delete next[key];
      this.#become(next);
    });
    this.#socket.connect();
    await this.until('a snapshot', () => this.#bootId !== '');
  }

  close(): void {
    this.#socket.disconnect();
  }

  /** Sends a command and answers in ms until its reply was there. A refusal is no measurement: it rejects. */
  async tap<N extends CommandName>(
    name: N,
    params: CommandMessage<N>['params'],
    expect: CommandMessage<N>['expect'],
  ): Promise<number> {
    const frame = { id: randomUUID(), name, params, bootId: this.#bootId, issuedAt: Date.now() };
    // The union over all names cannot be built from a generic one; the parameters tied the three together.
    const message = (expect === undefined ? frame : { ...frame, expect }) as CommandMessage;
    const began = performance.now();
    const answer: unknown = await this.#socket.timeout(REPLY_TIMEOUT_MS).emitWithAck('command', message);
    // socket.io's types lose what a typed acknowledgement carries once it has a timeout.
    const reply = answer as Reply;
    if (!reply.ok) throw new Error(`${name} was refused: ${reply.message}`);
    return performance.now() - began;
  }

  /** Asks the server for no more than an answer, and answers in ms until it was there. */
  async roundTrip(): Promise<number> {
    const began = performance.now();
    await this.#socket.timeout(REPLY_TIMEOUT_MS).emitWithAck('clock');
    return performance.now() - began;
  }

  /** Resolves when the state fits, at once or later. */
  until(what: string, fits: (state: Readonly<Partial<State>>) => boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      const look = () => {
        if (!fits(this.#state)) return;
        settle();
        resolve();
      };
      const deadline = setTimeout(() => {
        settle();
        reject(new Error(`Not within ${WAIT_MS} ms: ${what}`));
      }, WAIT_MS);
      const settle = () => {
        clearTimeout(deadline);
        this.#watchers.delete(look);
      };
      this.#watchers.add(look);
      look();
    });
  }

  #become(state: Readonly<Partial<State>>): void {
    this.#state = state;
    for (const watcher of this.#watchers) watcher();
  }
}

/** The build that the measured server serves, which is not the one that the bench itself is compiled into. */
export function builtOf(): string {
  const json: unknown = JSON.parse(readFileSync('dist/build.json', 'utf8'));
  return String(typeof json === 'object' && json !== null ? Reflect.get(json, 'build') : undefined);
}
