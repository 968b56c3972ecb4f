import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { askOwner, type TokenRequest } from '../../server/access/owner.js';
import { COOKIES } from '../../server/http/credential.js';
import { ServerProcess } from './serverProcess.js';

/** From the panel's address to the six digits, which come last. */
const GREETED = /http:\/\/127\.0\.0\.1:(\d+)\/[\s\S]* and type \d{3} \d{3}\n/;

/** The built server in a process of its own, as `npm start` runs it, with a data folder that survives its kills. */
export class BuiltServer {
  readonly data = mkdtempSync(join(tmpdir(), 'showfloor-'));
  readonly #folder: string;
  readonly #process: ServerProcess;
  #overlayToken: string | null = null;

  constructor(args: readonly string[], env: NodeJS.ProcessEnv) {
    this.#folder = args.includes('--simulator') ? join(this.data, 'simulator') : this.data;
    this.#process = new ServerProcess({
      ready: GREETED,
      args: (port) => ['dist/server/main.js', '--port', String(port), '--data', this.data, ...args],
      env,
    });
  }

  get url(): string {
    return this.#process.url;
  }

  get pid(): number {
    return this.#process.pid;
  }

  /** All that it printed since it was last started. */
  get output(): string {
    return this.#process.output;
  }

  /** The overlay's address as it was told once, for a browser source; `query` begins with a question mark. */
  overlay(query = ''): string {
    return `${this.url}/overlay/${query}#token=${this.#overlayToken ?? ''}`;
  }

  /** The secret of one more paired device, as `npm run token` gets it. */
  async device(role: TokenRequest['role'], name: string): Promise<string> {
    const secret = await askOwner(this.#folder, { role, name });
    if (secret === null) throw new Error('no server runs that could pair a device');
    return secret;
  }

  /** What a browser keeps that is one more paired tablet. */
  async tablet(role: TokenRequest['role'] = 'producer', name = 'Tablet') {
    const value = await this.device(role, name);
    return { name: COOKIES.http, value, url: this.url, httpOnly: true, sameSite: 'Strict' } as const;
  }

  /** Resolves when it has greeted, which is when it listens. */
  async start(): Promise<void> {
    await this.#process.start();
    this.#overlayToken ??= /#token=([\w-]+)/.exec(this.output)?.[1] ?? null;
  }

  /** As a crash or a pulled plug: no goodbye. */
  async kill(): Promise<void> {
    await this.#process.end('SIGKILL');
  }

  /** As Ctrl-C: resolves with the exit code. */
  async stop(): Promise<number | null> {
    return this.#process.end('SIGINT');
  }

  /** Stops it and removes its folder. */
  async dispose(): Promise<void> {
    await this.#process.end('SIGKILL');
    rmSync(this.data, { recursive: true, force: true });
  }
}
