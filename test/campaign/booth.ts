import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { actOf } from './acts.js';
import { Cable } from './cable.js';
import { newCredential, type Credential } from './credentials.js';
import { ACTS_ON_OBS } from './judge.js';
import { Log } from './log.js';
import type { Obs } from './obs.js';
import { RealObs } from './realObs.js';
import { Renderer } from './renderer.js';
import { Server } from './server.js';
import { SimulatedObs } from './simulatedObs.js';
import { OVERLAYS, TABLETS, type Happening } from './steps.js';
import { Tablet } from './tablet.js';

const FLOODS_WITHIN_MS = 60_000;

/** A whole booth of real processes, and what can happen to it. */
export class Booth {
  readonly log = new Log();
  /** What anybody found wrong; the first ends the run. */
  readonly complaints: string[] = [];
  /** OBS answers: it does not hang. */
  isObsThere = true;
  isDiskFull = false;
  #flood: ChildProcess | null = null;

  /** What each browser source has in its address, and each tablet in its browser. */
  readonly #kept: { overlays: Credential[]; tablets: Credential[] } = { overlays: [], tablets: [] };

  private constructor(
    readonly folder: string,
    readonly obs: Obs,
    readonly cable: Cable,
    readonly server: Server,
    readonly tablets: Tablet[],
    readonly overlays: Renderer[],
  ) {}

  static async open({ realObs, smallDisk }: { realObs: boolean; smallDisk: boolean }): Promise<Booth> {
    const folder = mkdtempSync(join(tmpdir(), 'showfloor-campaign-'));
    const obs = realObs ? await RealObs.open() : await SimulatedObs.open(folder);
    const cable = await Cable.lay(obs.url, (type) => booth.#asked(type));
    const server = new Server({ url: cable.url, password: obs.password }, { folder, smallDisk });
    const booth = new Booth(folder, obs, cable, server, [], []);
    await server.start();
    await booth.#seat();
    return booth;
  }

  complain = (what: string): void => {
    this.complaints.push(what);
  };

  /** The tablet that knows most; undefined where none has a connection. */
  get witness(): Tablet | undefined {
    const online = this.tablets.filter(({ isOnline }) => isOnline);
    return online.sort((a, b) => b.seq - a.seq)[0];
  }

  /** Does one thing to it; resolves when it is done, not when anything has come of it. */
  async happen(it: Happening): Promise<void> {
    switch (it.is) {
      case 'tap': {
        const tablet = this.#tablet(it.tablet);
        const acts = [it.n, it.n + 1].flatMap((n) => actOf(it.name, tablet.state, n) ?? []);
        return tablet.tap(it.name, acts, it.how);
      }
      case 'packet again':
        return this.#tablet(it.tablet).echo(it.n);
      case 'click':
        return this.isObsThere ? this.obs.click(it.what, it.n) : undefined;
      case 'kill server':
        await this.server.kill();
        return this.startServer();
      case 'server dies at write':
        return this.server.dieAt(it.n);
      case 'obs hangs':
        this.isObsThere = false;
        return this.obs.hang();
      case 'obs is whole':
        this.isObsThere = true;
        this.cable.slowMs = 0;
        return this.obs.clear();
      case 'obs drops':
        return this.cable.cut();
      case 'obs reorders':
        return this.obs.reorder();
      case 'obs is slow':
        this.cable.slowMs = it.ms;
        return;
      case 'obs restarts':
        this.isObsThere = true;
        await this.obs.kill();
        return this.obs.start(it.other);
      case 'tablet':
        return this.#tablet(it.which)[it.does]();
      case 'overlay':
        return this.#overlay(it.which)[it.does]();
      case 'overlay reloads':
        await this.#overlay(it.which).close();
        return this.openOverlay(it.which);
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

  /** Its page comes (again), and knows nothing but what it was given once. */
  async openOverlay(which: number): Promise<void> {
    const { server, log, complain } = this;
    const kept = (this.#kept.overlays[which] ??= await newCredential(server, '/overlay'));
    this.overlays[which] = await Renderer.open(`overlay ${which}`, server, kept, log, complain);
  }

  /** As an overlay's page. */
  async openTablet(which: number): Promise<void> {
    const { server, log, complain } = this;
    const kept = (this.#kept.tablets[which] ??= await newCredential(server, '/desk'));
    this.tablets[which] = await Tablet.open(`tablet ${which}`, server, kept, log, complain);
  }

  async close(): Promise<void> {
    await this.#endFlood();
    await Promise.all([...this.tablets, ...this.overlays].map((client) => client.close()));
    await this.server.dispose();
    await this.cable.close();
    await this.obs.end();
    rmSync(this.folder, { recursive: true, force: true });
  }

  async #seat(): Promise<void> {
    for (let which = 0; which < TABLETS; which++) await this.openTablet(which);
    for (let which = 0; which < OVERLAYS; which++) await this.openOverlay(which);
  }

  #asked(type: string): void {
    if (!ACTS_ON_OBS.has(type)) return;
    const takes = type === 'StartRecord' ? this.server.openTakes() : null;
    this.log.arrivals.push({ type, at: Date.now(), takes });
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
