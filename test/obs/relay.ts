import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { Late } from '../fixtures/late.js';

/** A cable between a client and OBS that a test can count, cut and freeze, one connection at a time. */
export interface Relay {
  url: string;
  /** Connections made so far. */
  readonly dials: number;
  /** Connections open now. */
  readonly open: number;
  /** Cuts the connection that was made first. */
  cutOldest(): void;
  /** From here on nothing passes, while every socket stays open; new ones are accepted. */
  freeze(): void;
  /** What was held back passes, and so does all that follows. */
  melt(): void;
  /** From here on what passes does so this much later and in small pieces; 0 ends it. */
  lag(ms: number): void;
  stop(): Promise<void>;
}

/** Smaller than any message that matters. */
const PIECE_BYTES = 60;

export async function startRelay(target: string): Promise<Relay> {
  const { hostname, port } = new URL(target);
  const pairs = new Set<{ near: Socket; far: Socket }>();
  let dials = 0;
  let frozen = false;
  let lagMs = 0;

  const server = createServer({ noDelay: true }, (near) => {
    dials += 1;
    const far = connect({ host: hostname, port: Number(port), noDelay: true });
    const pair = { near, far };
    pairs.add(pair);
    const end = () => {
      near.destroy();
      far.destroy();
      pairs.delete(pair);
    };
    for (const socket of [near, far]) {
      socket.on('close', end);
      // Its 'close' follows, and that is what counts.
      socket.on('error', () => undefined);
      if (frozen) socket.pause();
    }
    pass(near, far);
    pass(far, near);
    if (frozen) freeze();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A TCP server that listens has an address of this kind.
  const address = server.address() as AddressInfo;

  function pass(from: Socket, to: Socket) {
    const late = new Late();
    from.on('data', (data: Buffer) => {
      if (lagMs === 0) return late.add(0, () => to.write(data));
      for (let at = 0; at < data.length; at += PIECE_BYTES) {
        const piece = data.subarray(at, at + PIECE_BYTES);
        late.add(lagMs, () => to.write(piece));
      }
    });
  }

  function freeze() {
    frozen = true;
    for (const { near, far } of pairs) {
      near.pause();
      far.pause();
    }
  }

  return {
    url: `ws://127.0.0.1:${address.port}`,
    get dials() {
      return dials;
    },
    get open() {
      return pairs.size;
    },
    cutOldest() {
      const [oldest] = pairs;
      oldest?.near.destroy();
    },
    freeze,
    melt() {
      frozen = false;
      for (const { near, far } of pairs) {
        near.resume();
        far.resume();
      }
    },
    lag(ms) {
      lagMs = ms;
    },
    async stop() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const { near } of pairs) near.destroy();
      await closed;
    },
  };
}
