import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

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
  stop(): Promise<void>;
}

export async function startRelay(target: string): Promise<Relay> {
  const { hostname, port } = new URL(target);
  const pairs = new Set<{ near: Socket; far: Socket }>();
  let dials = 0;
  let frozen = false;

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
    near.on('data', (data) => far.write(data));
    far.on('data', (data) => near.write(data));
    if (frozen) freeze();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A TCP server that listens has an address of this kind.
  const address = server.address() as AddressInfo;

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
    async stop() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const { near } of pairs) near.destroy();
      await closed;
    },
  };
}
