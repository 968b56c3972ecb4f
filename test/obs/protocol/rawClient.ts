import { decode, encode } from '@msgpack/msgpack';
import { createHash } from 'node:crypto';
import { WebSocket } from 'ws';

const PATIENCE_MS = 5000;

export interface RawMessage {
  op: number;
  d: Record<string, unknown>;
}

/** obs-websocket spoken by hand, so that a test can also speak it wrongly. Nothing of it is shared with the simulator. */
export class RawClient {
  readonly #inbox: RawMessage[] = [];
  readonly #waiting: ((message: RawMessage) => void)[] = [];
  /** Resolves when the other side closes. */
  readonly closed: Promise<{ code: number; reason: string }>;

  constructor(private readonly socket: WebSocket) {
    this.closed = new Promise((resolve) => {
      socket.on('close', (code, reason) => resolve({ code, reason: reason.toString() }));
    });
    socket.on('message', (data: Buffer, isBinary) => {
      // What arrives is what a test asserts on: a wrong shape fails there.
      const message = (isBinary ? decode(data) : JSON.parse(data.toString())) as RawMessage;
      const waiter = this.#waiting.shift();
      if (waiter) waiter(message);
      else this.#inbox.push(message);
    });
  }

  get subprotocol(): string {
    return this.socket.protocol;
  }

  send(message: unknown): void {
    const isMsgpack = this.socket.protocol === 'obswebsocket.msgpack';
    this.sendRaw(isMsgpack ? encode(message) : JSON.stringify(message));
  }

  sendRaw(data: string | Uint8Array): void {
    this.socket.send(data);
  }

  /** The next message that was not taken yet. */
  next(): Promise<RawMessage> {
    const message = this.#inbox.shift();
    if (message) return Promise.resolve(message);
    return within('a message', new Promise((resolve) => this.#waiting.push(resolve)));
  }

  /** The next message of this kind; others on the way are dropped. */
  async nextOf(op: number): Promise<Record<string, unknown>> {
    for (;;) {
      const message = await this.next();
      if (message.op === op) return message.d;
    }
  }

  async request(requestType: string, requestData: unknown): Promise<Record<string, unknown>> {
    const requestId = `${requestType} ${Math.random()}`;
    this.send({ op: 6, d: { requestType, requestId, requestData } });
    for (;;) {
      const answer = await this.nextOf(7);
      if (answer['requestId'] === requestId) return answer;
    }
  }

  async batch(d: Record<string, unknown>): Promise<unknown[]> {
    this.send({ op: 8, d: { requestId: 'batch', ...d } });
    const { results } = await this.nextOf(9);
    if (!Array.isArray(results))
      throw new Error(`no results in the answer to a batch: ${JSON.stringify(results)}`);
    return results;
  }

  end(): Promise<unknown> {
    this.socket.terminate();
    return this.closed;
  }
}

/** Connects without a word; the hello is the first message. */
export async function connectRaw(url: string, subprotocols: string[]): Promise<RawClient> {
  const socket = new WebSocket(url, subprotocols);
  const client = new RawClient(socket); // listens before the hello can arrive
  await within(
    'a connection',
    new Promise<void>((resolve, reject) => {
      socket.once('open', resolve);
      socket.once('error', reject);
    }),
  );
  return client;
}

/** Connects, proves the password and subscribes. */
export async function identified(
  url: string,
  password: string,
  options: { eventSubscriptions: number; subprotocols: string[] },
): Promise<RawClient> {
  const client = await connectRaw(url, options.subprotocols);
  const hello = await client.nextOf(0);
  const { eventSubscriptions } = options;
  client.send({ op: 1, d: { rpcVersion: 1, eventSubscriptions, authentication: proof(hello, password) } });
  await client.nextOf(2);
  return client;
}

/** The answer to the question in a hello, by the recipe of the protocol document. */
export function proof(hello: Record<string, unknown>, password: string): string {
  // Part of every hello that asks for a password; a missing one makes a proof that is refused.
  const { salt, challenge } = hello['authentication'] as { salt: string; challenge: string };
  return sha256(sha256(password + salt) + challenge);
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}

async function within<Result>(what: string, awaited: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const timeUp = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`waited in vain for ${what}: ${PATIENCE_MS} ms`)), PATIENCE_MS);
  });
  try {
    return await Promise.race([awaited, timeUp]);
  } finally {
    clearTimeout(timer);
  }
}
