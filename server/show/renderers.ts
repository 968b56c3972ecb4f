import type { Layer } from '../protocol/codes.js';
import { LAYERS } from '../protocol/codes.js';
import type { RendererHello, RendererReport } from '../protocol/events.js';
import type { Reported } from '../protocol/slices.js';
import type { Alerts } from './alerts.js';
import { seenOn, wantedLayers, wantedOn } from './layers.js';
import { slice, type Store } from './store.js';

interface Known {
  hello: RendererHello;
  alive: boolean;
  reports: Map<Layer, RendererReport>;
}

/** Which overlay pages there are and what they say is on air. Previews are listed and never believed. */
export class Renderers {
  readonly #store: Store;
  readonly #alerts: Alerts;
  readonly #byConnection = new Map<string, Known>();

  constructor(options: { store: Store; alerts: Alerts }) {
    this.#store = options.store;
    this.#alerts = options.alerts;
  }

  start(): void {
    this.#store.subscribe(({ set }) => {
      if (Object.keys(set).some((key) => /^(wanted|reported):/.test(key))) this.#watch();
    });
    this.#watch();
  }

  hello(connectionId: string, hello: RendererHello): void {
    this.#byConnection.set(connectionId, { hello, alive: true, reports: new Map() });
    this.#publish();
  }

  /** A report of a page that did not say hello is ignored. */
  report(connectionId: string, report: RendererReport): void {
    const known = this.#byConnection.get(connectionId);
    if (known?.hello.kind !== 'air') return;
    known.reports.set(report.layer, report);
    this.#tell(report.layer);
  }

  alive(connectionId: string, alive: boolean): void {
    const known = this.#byConnection.get(connectionId);
    if (known === undefined || known.alive === alive) return;
    known.alive = alive;
    this.#publish();
  }

  gone(connectionId: string): void {
    const known = this.#byConnection.get(connectionId);
    if (known === undefined) return;
    this.#byConnection.delete(connectionId);
    // Another page may still show what this one showed; the last word of the last page stands, for a reload.
    for (const layer of known.reports.keys()) this.#tell(layer);
    this.#publish();
  }

  /** What left and is seen no more has left. */
  #tell(layer: Layer): void {
    const reported = this.#believe(layer);
    if (reported === null) return;
    this.#store.observe({ set: slice(`reported:${layer}`, reported) });
    const wanted = wantedOn(this.#store.state, layer);
    if (wanted.leaving === null || seenOn(this.#store.state, layer) === wanted.leaving.instanceId) return;
    this.#store.observe({ set: slice(`wanted:${layer}`, { ...wanted, leaving: null }) });
  }

  /**
   * What to believe of a layer, or null for "as before". Of several pages the one that shows most counts. A page that
   * just loaded says "empty" and "loading" before it shows what is wanted: what was on air stays on air meanwhile, for
   * a kill of the server in that moment must not lose it. And once something was said of what is wanted, only words on
   * that count: a page that hung before it heard of it still says what was there, and is no news.
   */
  #believe(layer: Layer): Reported | null {
    const wanted = wantedOn(this.#store.state, layer).onAir?.instanceId;
    const before = this.#store.state[`reported:${layer}`];
    const isKnown = wanted !== undefined && before?.instanceId === wanted;
    const reports = [...this.#byConnection.values()]
      .map(({ reports: own }) => own.get(layer))
      .filter((report) => report !== undefined)
      .filter(({ instanceId }) => wanted === undefined || instanceId !== null)
      .filter(({ instanceId }) => !isKnown || instanceId === wanted)
      .sort((a, b) => rank(b, wanted) - rank(a, wanted) || b.at - a.at);
    const believed = reports[0] ?? null;
    const comesBack = believed?.state === 'loading' && believed.instanceId === wanted;
    return comesBack && before?.instanceId === wanted && before.state === 'on' ? null : believed;
  }

  #publish(): void {
    const renderers = [...this.#byConnection.values()].map(({ hello, alive }) => ({
      rendererId: hello.rendererId,
      kind: hello.kind,
      inObs: hello.inObs,
      source: hello.source,
      layers: hello.layers,
      alive,
    }));
    this.#store.observe({ set: { renderers } });
    this.#watch();
  }

  /** Something should be on air, or may be still, and no page answers for it: said until one does. */
  #watch(): void {
    const { renderers = [] } = this.#store.state;
    const air = renderers.filter(({ kind, alive }) => kind === 'air' && alive);
    const wanted = wantedLayers(this.#store.state).filter(
      ({ layer, onAir }) => onAir !== null || seenOn(this.#store.state, layer) !== null,
    );
    const orphaned = wanted.filter(({ layer }) => !air.some(({ layers }) => layers.includes(layer)));
    for (const layer of LAYERS) {
      const subject = `renderers:${layer}`;
      if (orphaned.some((one) => one.layer === layer)) {
        this.#alerts.raise({ code: 'renderer-lost', params: {}, subject });
      } else this.#alerts.clear(subject);
    }
  }
}

const WEIGHT = { on: 3, loading: 2, failed: 1, out: 0 } as const;

function rank({ instanceId, state }: RendererReport, wanted: string | undefined): number {
  return (instanceId === wanted ? 10 : 0) + WEIGHT[state];
}
