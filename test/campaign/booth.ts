import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { actOf } from './acts.js';
import { Log } from './log.js';
import { newCredential, type Credential } from './credentials.js';
import { Obs } from './obs.js';
import { Renderer } from './renderer.js';
import { Server } from './server.js';
import { OVERLAYS, TABLETS, type Happening } from './steps.js';
import { Tablet } from './tablet.js';

const FLOODS_WITHIN_MS = 5000;

/** A whole booth of real processes, and what can happen to it. */
export class Booth {
  readonly log = new Log();
  /** What anybody found wrong; the first ends the run. */
  readonly complaints: string[] = [];
  /** OBS answers: it does not hang. */
  isObsThere = true;
  isDiskFull = false;
  #flood: ChildProcess | null = null;

  private constructor(
    readonly folder: string,
    readonly obs: Obs,
    readonly server: Server,
    readonly tablets: Tablet[],
    readonly overlays: Renderer[],
  ) {}

  /** What each browser source has in its address. */
  readonly #kept: Credential[] = [];

  static async open(smallDisk: boolean): Promise<Booth> {
    const folder = mkdtempSync(join(tmpdir(), 'showfloor-campaign-'));
    mkdirSync(join(folder, 'recordings'));
    const obs = await Obs.start(join(folder, 'recordings'));
    const server = new Server(obs.url, { folder, smallDisk });
    await obs.ask({ do: 'know', showFile: server.showFile });
    await server.start();
    const booth = new Booth(folder, obs, server, [], []);
    await booth.#seat();
    return booth;
  }

  complain = (what: string): void => {
    this.complaints.push(what);
  };

  get recordings(): string {
    return join(this.folder, 'recordings');
  }

  /** Does one thing to it; resolves when it is done, not when anything has come of it. */
  async happen(it: Happening): Promise<void> {
    switch (it.is) {
      case 'tap': {
        const tablet = this.#tablet(it.tablet);
        const acts = [it.n, it.n + 1].flatMap((n) => actOf(it.name, tablet.state, n) ?? []);
        return tablet.tap(it.name, acts, it.how);
      }
      case 'click':
        if (this.isObsThere) await this.obs.ask({ do: 'click', what: it.what, pick: it.n });
        return;
      case 'kill server':
        await this.server.kill();
        return this.startServer();
      case 'server dies at write':
        return this.server.dieAt(it.n);
      case 'obs hangs':
        this.isObsThere = false;
        return this.#obs({ do: 'hang' });
      case 'obs is whole':
        this.isObsThere = true;
        return this.#obs({ do: 'clear' });
      case 'obs drops':
        return this.#obs({ do: 'drop' });
      case 'obs reorders':
        return this.#obs({ do: 'reorder' });
      case 'obs is slow':
        return this.#obs({ do: 'slow', ms: it.ms });
      case 'obs restarts':
        this.isObsThere = true;
        return this.#obs({ do: 'restart', other: it.other });
      case 'tablet':
        return this.#tablet(it.which)[it.does]();
      case 'overlay':
        return this.#overlay(it.which)[it.does]();
      case 'overlay reloads':
        await this.#overlay(it.which).close();
        this.overlays[it.which % OVERLAYS] = await this.#newOverlay(it.which);
        return;
      case 'disk full':
        return this.#fill();
      case 'disk free':
        this.isDiskFull = false;
        return this.server.freeDisk();
      case 'disk flooded':
        return this.#startFlood();
      case 'disk quiet':
        return this.#endFlood();
      case 'server clock':
        return this.server.stepClock(it.ms);
      case 'tablet clock':
        return this.#tablet(it.which).setClock(it.ms);
    }
  }

  /** Everything back as it should be, so that all must come right. */
  async calm(): Promise<void> {
    await this.happen({ is: 'obs is whole' });
    await this.happen({ is: 'disk free' });
    await this.happen({ is: 'disk quiet' });
    await this.server.spare();
    for (const client of [...this.tablets, ...this.overlays]) client.back();
  }

  /** A crew starts it again when it is gone, and makes room first: on a full disk it does not start. */
  async startServer(): Promise<void> {
    await this.happen({ is: 'disk free' });
    await this.server.start();
  }

  async close(): Promise<void> {
    await this.#endFlood();
    await Promise.all([...this.tablets, ...this.overlays].map((client) => client.close()));
    await this.server.dispose();
    await this.obs.end();
    rmSync(this.folder, { recursive: true, force: true });
  }

  async #seat(): Promise<void> {
    const { log, server, complain } = this;
    for (let which = 0; which < TABLETS; which++) {
      this.tablets.push(await Tablet.open(`tablet ${which}`, server, log, complain));
    }
    for (let which = 0; which < OVERLAYS; which++) {
      this.#kept.push(await newCredential(server, '/overlay'));
      this.overlays.push(await this.#newOverlay(which));
    }
  }

  #newOverlay(which: number): Promise<Renderer> {
    const kept = this.#kept[which % OVERLAYS];
    if (kept === undefined) throw new Error(`there is no overlay ${which}`);
    return Renderer.open(`overlay ${which}`, this.server, kept, this.log, this.complain);
  }

  #tablet(which: number): Tablet {
    const tablet = this.tablets[which % TABLETS];
    if (tablet === undefined) throw new Error(`there is no tablet ${which}`);
    return tablet;
  }

  #overlay(which: number): Renderer {
    const overlay = this.overlays[which % OVERLAYS];
    if (overlay === undefined) throw new Error(`there is no overlay ${which}`);
    return overlay;
  }

  async #obs(order: Parameters<Obs['ask']>[0]): Promise<void> {
    await this.obs.ask(order);
  }

  #fill(): void {
    if (!this.server.hasSmallDisk) return;
    this.isDiskFull = true;
    this.log.isMemoryOnly = true;
    this.server.fillDisk();
  }

  async #startFlood(): Promise<void> {
    if (this.#flood !== null) return;
    const program = fileURLToPath(new URL('./floodProcess.mjs', import.meta.url));
    this.#flood = fork(program, [join(this.folder, 'flood')]);
    await once(this.#flood, 'message', { signal: AbortSignal.timeout(FLOODS_WITHIN_MS) });
  }

  async #endFlood(): Promise<void> {
    const flood = this.#flood;
    this.#flood = null;
    if (flood === null) return;
    const gone = once(flood, 'exit');
    flood.disconnect();
    await gone;
  }
}
