import { connect } from 'node:net';
import { join } from 'node:path';
import Database from 'libsql';
import { BuiltServer } from '../../scripts/headless/builtServer.js';
import { smallDisk, type SmallDisk } from '../fixtures/smallDisk.js';

const ANSWERS_WITHIN_MS = 5000;

/** What the campaign does to the server from inside, see `preload.mjs`. */
type Wish = { stepMs: number } | { writesLeft: number };

/** The built server of one run, with a show folder that is a small disk of its own where one may be mounted. */
export class Server {
  readonly #showFile: string;
  readonly #built: BuiltServer;
  readonly #control: string;
  /** Null: the disk is the one that is there. */
  readonly #disk: SmallDisk | null;
  /** It should be running: nothing was done that ends it. */
  #isDoomed = false;
  #read = 0;

  constructor(
    obs: { url: string; password: string | null },
    options: { folder: string; smallDisk: boolean },
  ) {
    this.#control = join(options.folder, 'control.sock');
    const preload = new URL('./preload.mjs', import.meta.url).href;
    this.#built = new BuiltServer(['--obs', obs.url], {
      ...(obs.password !== null && { SHOWFLOOR_OBS_PASSWORD: obs.password }),
      NODE_OPTIONS: `--import=${preload}`,
      CAMPAIGN_CONTROL: this.#control,
    });
    this.#showFile = join(this.#built.data, 'showfloor.db');
    this.#disk = options.smallDisk ? smallDisk(this.#built.data, '4m') : null;
  }

  get url(): string {
    return this.#built.url;
  }

  get hasSmallDisk(): boolean {
    return this.#disk !== null;
  }

  /** One more paired device; its secret. */
  device(role: 'producer' | 'overlay', name: string): Promise<string> {
    return this.#built.device(role, name);
  }

  /** The overlay's address, for a browser. */
  overlay(): string {
    return this.#built.overlay();
  }

  /** What a browser keeps that is one more paired tablet. */
  tabletCookie() {
    return this.#built.tablet();
  }

  async start(): Promise<void> {
    this.#isDoomed = false;
    this.#read = 0;
    await this.#built.start();
  }

  async kill(): Promise<void> {
    await this.#built.kill();
  }

  /** As Ctrl-C; resolves with the exit code. */
  stop(): Promise<number | null> {
    return this.#built.stop();
  }

  /** Dies at that write from now on, before it is made. */
  async dieAt(writesLeft: number): Promise<void> {
    this.#isDoomed = true;
    await this.#tell({ writesLeft });
  }

  /** Sets the clock of the machine, as the server sees it. */
  async stepClock(stepMs: number): Promise<void> {
    await this.#tell({ stepMs });
  }

  /** Dies at no write any more. */
  async spare(): Promise<void> {
    const isSpared = await this.#tell({ writesLeft: Number.MAX_SAFE_INTEGER });
    // One that did not hear it dies at this moment, or is gone.
    if (!isSpared) {
      await this.kill();
      await this.start();
    }
    this.#isDoomed = false;
  }

  get isAlive(): boolean {
    try {
      return process.kill(this.#built.pid, 0);
    } catch {
      // There is no such process.
      return false;
    }
  }

  /** It may be gone and did nothing wrong. */
  get mayBeGone(): boolean {
    return this.#isDoomed;
  }

  /** Lines of errors since the last look: bugs, or a disk that is full. */
  newErrors(): string[] {
    const fresh = this.#built.output.slice(this.#read);
    this.#read += fresh.length;
    return fresh.split('\n').filter((line) => line.includes(' ✗ '));
  }

  fillDisk(): void {
    this.#disk?.fill();
  }

  freeDisk(): void {
    this.#disk?.free();
  }

  /** What is on disk, by key; null when it cannot be read. */
  onDisk(): Map<string, unknown> | null {
    let db: Database.Database | null = null;
    try {
      db = new Database(this.#showFile);
      const rows = db.prepare('SELECT key, value FROM slices').raw().all() as [string, string][];
      return new Map(rows.map(([key, value]) => [key, JSON.parse(value)]));
    } catch {
      // Full, or locked for a moment: the caller looks again.
      return null;
    } finally {
      db?.close();
    }
  }

  /** Takes on disk that are about to begin, or began a moment ago by OBS's own button; null when it cannot be read. */
  openTakes(): string[] | null {
    const disk = this.onDisk();
    if (disk === null) return null;
    const takes = [...disk].filter(([key]) => key.startsWith('take:'));
    // What the server itself wrote.
    const isOpen = (take: unknown) => ['starting', 'recording'].includes((take as { state: string }).state);
    return takes.filter(([, take]) => isOpen(take)).map(([key]) => key);
  }

  async dispose(): Promise<void> {
    await this.#built.kill();
    this.#disk?.takeAway();
    await this.#built.dispose();
  }

  /** Resolves with whether it was heard. */
  #tell(wish: Wish): Promise<boolean> {
    return new Promise((resolve) => {
      let isHeard = false;
      const socket = connect(this.#control);
      const deadline = setTimeout(() => socket.destroy(), ANSWERS_WITHIN_MS);
      // A server that is gone by now hears nothing, and the next one starts whole.
      socket.on('error', () => socket.destroy());
      socket.on('close', () => {
        clearTimeout(deadline);
        resolve(isHeard);
      });
      socket.on('data', () => (isHeard = true));
      socket.write(JSON.stringify(wish));
    });
  }
}
