import { randomUUID } from 'node:crypto';
import { dueOn } from '../../overlays/due.js';
import { LAYERS, type Layer } from '../../server/protocol/codes.js';
import { Client } from './client.js';
import type { Log } from './log.js';
import type { Credential } from './credentials.js';
import type { Server } from './server.js';

/** How long a graphic takes to load and to leave, in ms. */
const ACT_MS = 10;

interface Shown {
  instanceId: string;
  name: string;
  isOn: boolean;
}

/** An overlay page by the rules of `overlays/`, without a picture. */
export class Renderer extends Client {
  readonly #rendererId = randomUUID();
  readonly #shown = new Map<Layer, Shown>();
  #log: Log | null = null;
  #isStuttering = false;
  /** What the server had told anybody to be on when this page asked to be let in. */
  #onBefore: ReadonlySet<string> = new Set();
  /** Instances that came into sight, each with whether it was on before it came up here. */
  readonly #sight = new Map<Layer, { instanceId: string; wasOn: boolean }>();
  /** What came up here. */
  readonly entered: string[] = [];
  /** The same, by the name on it. */
  readonly came: string[] = [];

  static async open(
    name: string,
    server: Server,
    credential: Credential,
    log: Log,
    complain: (what: string) => void,
  ): Promise<Renderer> {
    const way = await Client.wayTo(server, credential);
    const renderer = new Renderer(name, '/overlay', way, complain);
    renderer.#log = log;
    renderer.socket.on('renderer.ping', (answer) => answer());
    renderer.open();
    return renderer;
  }

  /** What is to be seen on a layer. */
  on(layer: Layer): string | null {
    const shown = this.#shown.get(layer);
    return shown?.isOn === true ? shown.instanceId : null;
  }

  /** Each of its packets is sent twice until `melt`. */
  stutter(): void {
    this.#isStuttering = true;
  }

  override melt(): void {
    super.melt();
    this.#isStuttering = false;
  }

  /** What is to be seen anywhere. */
  names(): string[] {
    return [...this.#shown.values()].filter(({ isOn }) => isOn).map(({ name }) => name);
  }

  protected override dials(): void {
    this.#onBefore = new Set(this.#log?.seenOn);
  }

  protected override followed(isNew: boolean): void {
    if (isNew) this.#hello();
    for (const layer of LAYERS) {
      this.#look(layer, isNew);
      this.#settle(layer);
      if (isNew) this.#say(layer);
    }
  }

  #hello(): void {
    this.#emit('renderer.hello', {
      rendererId: this.#rendererId,
      kind: 'air',
      layers: [...LAYERS],
      build: 'campaign',
      inObs: true,
      source: null,
    });
  }

  #look(layer: Layer, isNew: boolean): void {
    const instanceId = this.state[`wanted:${layer}`]?.onAir?.instanceId;
    if (instanceId === undefined || instanceId === this.#sight.get(layer)?.instanceId) return;
    const reported = this.state[`reported:${layer}`];
    const wasOn = reported?.instanceId === instanceId && reported.state === 'on';
    this.#sight.set(layer, { instanceId, wasOn });
    if (isNew && !wasOn && this.#onBefore.has(instanceId))
      this.complain(`the entrance of ${instanceId} is played again on ${this.name}`);
  }

  #settle(layer: Layer): void {
    const shown = this.#shown.get(layer);
    const due = dueOn({
      wanted: this.state[`wanted:${layer}`],
      reported: this.state[`reported:${layer}`],
      isConnected: this.patches.bootId !== null,
      shownId: shown?.instanceId ?? null,
      now: this.now(),
    });
    if (shown !== undefined && shown.instanceId !== due?.instanceId) return this.#takeOff(layer, shown);
    if (due === null || shown !== undefined) return;
    const name = due.data.people[0]?.name ?? '';
    this.#shown.set(layer, { instanceId: due.instanceId, name, isOn: false });
    this.entered.push(due.instanceId);
    this.came.push(name);
    if (this.#sight.get(layer)?.wasOn !== true) this.#say(layer);
    setTimeout(() => this.#bringOn(layer, due.instanceId), ACT_MS).unref();
  }

  #bringOn(layer: Layer, instanceId: string): void {
    const shown = this.#shown.get(layer);
    if (shown?.instanceId !== instanceId) return;
    this.#shown.set(layer, { ...shown, isOn: true });
    this.#say(layer);
  }

  #takeOff(layer: Layer, { instanceId }: Shown): void {
    this.#shown.delete(layer);
    setTimeout(() => {
      if (this.#shown.has(layer)) return;
      this.#report(layer, instanceId, 'out');
      this.#settle(layer);
    }, ACT_MS).unref();
  }

  #say(layer: Layer): void {
    const shown = this.#shown.get(layer);
    if (shown === undefined) this.#report(layer, null, 'out');
    else this.#report(layer, shown.instanceId, shown.isOn ? 'on' : 'loading');
  }

  #report(layer: Layer, instanceId: string | null, state: 'on' | 'loading' | 'out'): void {
    if (this.patches.bootId === null) return;
    const step = state === 'on' ? 0 : null;
    const report = { layer, instanceId, state, step, at: Math.round(this.now()) };
    this.#emit('renderer.report', report);
  }

  #emit(name: string, packet: object): void {
    for (let time = 0; time < (this.#isStuttering ? 2 : 1); time++) this.socket.emit(name, packet);
  }
}
