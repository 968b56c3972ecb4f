import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import Database from 'libsql';
import { BuiltServer } from '../../scripts/headless/builtServer.js';

const ANSWERS_WITHIN_MS = 5000;
const SMALL_DISK = '4m';
const CHUNK = Buffer.alloc(64 * 1024);

/** What the campaign does to the server from inside, see `preload.mjs`. */
type Wish = { stepMs: number } | { writesLeft: number };

/** The built server of one run, with a show folder that is a small disk of its own where one may be mounted. */
export class Server {
  readonly showFile: string;
  readonly #built: BuiltServer;
  readonly #control: string;
  readonly #ballast: string;
  readonly #isSmall: boolean;
  /** It should be running: nothing was done that ends it. */
  #isDoomed = false;
  #read = 0;

  constructor(obsUrl: string, options: { folder: string; smallDisk: boolean }) {
    this.#control = join(options.folder, 'control.sock');
    const preload = new URL('./preload.mjs', import.meta.url).href;
    this.#built = new BuiltServer(['--obs', obsUrl], {
      NODE_OPTIONS: `--import=${preload}`,
      CAMPAIGN_CONTROL: this.#control,
    });
    this.showFile = join(this.#built.data, 'showfloor.db');
    this.#ballast = join(this.#built.data, 'ballast');
    this.#isSmall = options.smallDisk && mounted(this.#built.data);
  }

  get url(): string {
    return this.#built.url;
  }

  get hasSmallDisk(): boolean {
    return this.#isSmall;
  }

  /** One more paired device; its secret. */
  device(role: 'producer' | 'overlay', name: string): Promise<string> {
    return this.#built.device(role, name);
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
  stepClock(stepMs: number): Promise<void> {
    return this.#tell({ stepMs });
  }

  /** Dies at no write any more. */
  async spare(): Promise<void> {
    await this.#tell({ writesLeft: Number.MAX_SAFE_INTEGER });
    if (!this.isAlive) await this.start();
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
    try {
      // Nothing left is what it is for.
      for (;;) writeFileSync(this.#ballast, CHUNK, { flag: 'a' });
    } catch {
      // Full.
    }
  }

  freeDisk(): void {
    rmSync(this.#ballast, { force: true });
  }

  /** What is on disk, by key; null when it cannot be read. */
  onDisk(): Map<string, unknown> | null {
    let db: Database.Database | null = null;
    try {
      db = new Database(this.showFile);
      const rows = db.prepare('SELECT key, value FROM slices').raw().all() as [string, string][];
      return new Map(rows.map(([key, value]) => [key, JSON.parse(value)]));
    } catch {
      // Full, or locked for a moment: the caller looks again.
      return null;
    } finally {
      db?.close();
    }
  }

  async dispose(): Promise<void> {
    await this.#built.kill();
    if (this.#isSmall) execFileSync('umount', ['--lazy', this.#built.data]);
    await this.#built.dispose();
  }

  #tell(wish: Wish): Promise<void> {
    return new Promise((resolve) => {
      const socket = connect(this.#control);
      const deadline = setTimeout(() => socket.destroy(), ANSWERS_WITHIN_MS);
      // A server that is gone by now hears nothing, and the next one starts whole.
      socket.on('error', () => socket.destroy());
      socket.on('close', () => {
        clearTimeout(deadline);
        resolve();
      });
      socket.on('data', () => undefined);
      socket.write(JSON.stringify(wish));
    });
  }
}

/** False: this machine or this user may not; then the disk is the one that is there. */
function mounted(folder: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${SMALL_DISK}`, 'tmpfs', folder], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
