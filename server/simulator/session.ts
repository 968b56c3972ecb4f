import type { WebSocket } from 'ws';
import { readBatch, runBatch } from './batch.js';
import type { Desk } from './desk.js';
import { isRecord, type Dialect } from './dialect.js';
import type { Faults } from './faults.js';
import { isProof, newChallenge } from './wire/authentication.js';
import { CLOSE, Closing } from './wire/closing.js';
import type { Encoding } from './wire/encoding.js';
import { OP } from './wire/opCodes.js';
import { ALL } from './wire/subscriptions.js';

const RPC_VERSION = 1;

/** What a session knows of the OBS that it talks to. */
export interface House {
  readonly desk: Desk;
  readonly dialect: Dialect;
  readonly faults: Faults;
  readonly password: string | null;
  /** Called when what this session listens to may have changed. */
  readonly onSubscriptions: () => void;
}

/** One client from hello to close. */
export class Session {
  #subscriptions = ALL;
  #isIdentified = false;
  readonly #challenge = newChallenge();
  readonly #traffic = { incoming: 0, outgoing: 0 };
  /** What came in or was to go out while OBS hung, in order. */
  readonly #waiting: (() => void)[] = [];

  constructor(
    private readonly socket: WebSocket,
    private readonly encoding: Encoding,
    private readonly house: House,
  ) {}

  /** Says hello and listens. */
  start(): void {
    this.socket.on('message', (data, isBinary) => {
      if (Buffer.isBuffer(data)) this.#whenAwake(() => this.#receive(data, isBinary));
    });
    this.socket.on('ping', (data) => this.#whenAwake(() => this.socket.pong(data)));
    const { password, dialect } = this.house;
    this.#send(OP.hello, {
      obsWebSocketVersion: dialect.obsWebSocketVersion,
      rpcVersion: RPC_VERSION,
      ...(password === null ? {} : { authentication: this.#challenge }),
    });
  }

  listensTo(intent: number): boolean {
    return this.#isIdentified && (this.#subscriptions & intent) !== 0;
  }

  sendEvent(eventType: string, eventIntent: number, eventData: Record<string, unknown>): void {
    if (this.listensTo(eventIntent)) this.#send(OP.event, { eventType, eventIntent, eventData });
  }

  close(code: number, reason: string): void {
    this.socket.close(code, reason);
  }

  /** As a crash or a pulled cable looks: no goodbye. */
  terminate(): void {
    this.socket.terminate();
  }

  /** Catches up with what happened while OBS hung. */
  wake(): void {
    for (const act of this.#waiting.splice(0)) act();
  }

  #whenAwake(act: () => void): void {
    if (this.house.faults.isHung) this.#waiting.push(act);
    else act();
  }

  #receive(data: Buffer, isBinary: boolean): void {
    this.#traffic.incoming++;
    this.#handle(data, isBinary).catch((error: unknown) => {
      // Anything else is a bug of the simulator: the client hears of it, the process goes on.
      if (error instanceof Closing) this.close(error.code, error.message);
      else this.close(CLOSE.unknownReason, String(error).slice(0, 100));
    });
  }

  async #handle(data: Buffer, isBinary: boolean): Promise<void> {
    const { op, d } = readMessage(this.encoding.read(data, isBinary));
    if (!this.#isIdentified && op !== OP.identify) {
      throw new Closing(
        CLOSE.notIdentified,
        'You attempted to send a non-Identify message while not identified.',
      );
    }
    switch (op) {
      case OP.identify:
        return this.#identify(d);
      case OP.reidentify:
        return this.#subscribe(d);
      case OP.request:
        return this.#request(d);
      case OP.requestBatch:
        return this.#batch(d);
      default:
        throw new Closing(CLOSE.unknownOpCode, `Unknown OpCode: ${op}`);
    }
  }

  #identify(d: Record<string, unknown>): void {
    if (this.#isIdentified) {
      throw new Closing(CLOSE.alreadyIdentified, 'You are already Identified with the obs-websocket server.');
    }
    this.#authenticate(d['authentication']);
    const version = d['rpcVersion'];
    if (version === undefined) {
      throw new Closing(CLOSE.missingDataField, "Your payload's data is missing an `rpcVersion`.");
    }
    if (!isUnsigned(version)) {
      throw new Closing(CLOSE.invalidDataFieldType, 'Your `rpcVersion` is not an unsigned number.');
    }
    if (version !== RPC_VERSION) {
      throw new Closing(
        CLOSE.unsupportedRpcVersion,
        'Your requested RPC version is not supported by this server.',
      );
    }
    this.#isIdentified = true;
    this.#subscribe(d);
  }

  #authenticate(answer: unknown): void {
    const { password } = this.house;
    if (password === null) return;
    if (answer === undefined) {
      throw new Closing(
        CLOSE.authenticationFailed,
        "Your payload's data is missing an `authentication` string, however authentication is required.",
      );
    }
    if (!isProof(answer, password, this.#challenge)) {
      throw new Closing(CLOSE.authenticationFailed, 'Authentication failed.');
    }
  }

  #subscribe(d: Record<string, unknown>): void {
    const wanted = d['eventSubscriptions'] ?? this.#subscriptions;
    if (!isUnsigned(wanted)) {
      throw new Closing(CLOSE.invalidDataFieldType, 'Your `eventSubscriptions` is not an unsigned number.');
    }
    this.#subscriptions = wanted;
    this.#send(OP.identified, { negotiatedRpcVersion: RPC_VERSION });
    this.house.onSubscriptions();
  }

  async #request(d: Record<string, unknown>): Promise<void> {
    const requestId = requestIdOf(d);
    const requestType = d['requestType'];
    if (requestType === undefined) {
      throw new Closing(CLOSE.missingDataField, "Your payload's data is missing an `requestType`.");
    }
    if (typeof requestType !== 'string') {
      throw new Closing(CLOSE.invalidDataFieldType, 'Your `requestType` is not a string.');
    }
    const outcome = await this.house.desk.carryOut(requestType, d['requestData'], this.#traffic);
    this.#answer(OP.requestResponse, { requestType, requestId, ...outcome });
  }

  async #batch(d: Record<string, unknown>): Promise<void> {
    const requestId = requestIdOf(d);
    const results = await runBatch(readBatch(d), this.house.desk, this.#traffic);
    this.#answer(OP.requestBatchResponse, { requestId, results });
  }

  #answer(op: number, d: Record<string, unknown>): void {
    const { slowMs } = this.house.faults;
    if (slowMs === 0) this.#send(op, d);
    else setTimeout(() => this.#send(op, d), slowMs).unref();
  }

  #send(op: number, d: Record<string, unknown>): void {
    this.#whenAwake(() => {
      if (this.socket.readyState !== this.socket.OPEN) return;
      this.#traffic.outgoing++;
      this.socket.send(this.encoding.write({ op, d }));
    });
  }
}

/** @throws Closing */
function readMessage(message: unknown): { op: number; d: Record<string, unknown> } {
  if (!isRecord(message)) throw new Closing(CLOSE.messageDecodeError, 'You sent a non-object payload.');
  const { op, d } = message;
  if (op === undefined) throw new Closing(CLOSE.unknownOpCode, 'Your request is missing an `op`.');
  if (typeof op !== 'number') throw new Closing(CLOSE.unknownOpCode, 'Your `op` is not a number.');
  if (d === undefined || d === null) {
    throw new Closing(CLOSE.missingDataField, 'Your payload is missing data (`d`).');
  }
  if (!isRecord(d)) {
    throw new Closing(CLOSE.invalidDataFieldType, "Your payload's data (`d`) is not an object.");
  }
  return { op, d };
}

/** Of any type: the real one gives back what it got. */
function requestIdOf(d: Record<string, unknown>): unknown {
  if (d['requestId'] !== undefined) return d['requestId'];
  throw new Closing(CLOSE.missingDataField, 'Your payload data is missing a `requestId`.');
}

function isUnsigned(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}
