import type { GraphicsAPI } from 'ograf';

type Api = Omit<GraphicsAPI.Graphic, 'goToTime' | 'setActionsSchedule'>;
/** An OGraf graphic in the document. */
export type GraphicElement = HTMLElement & Api;
type GraphicClass = new () => GraphicElement;

/** Manifests of the graphics that ship, by OGraf id. */
export const SHIPPED: ReadonlyMap<string, string> = new Map([
  ['showfloor.lower-third', '/graphics/lower-third/lower-third.ograf.json'],
]);

/** Makes elements of graphics by their OGraf id; loads each graphic once, and again when that failed. */
export class Catalogue {
  readonly #manifests: ReadonlyMap<string, string>;
  readonly #classes = new Map<string, Promise<GraphicClass>>();
  #attempts = 0;

  constructor(manifests: ReadonlyMap<string, string>) {
    this.#manifests = manifests;
  }

  /** Fetches everything now, so that the first tap does not wait for it. A graphic that fails is said when it is shown. */
  async warm(): Promise<void> {
    await Promise.allSettled([...this.#manifests.keys()].map((id) => this.#classOf(id)));
  }

  /** Rejects when the graphic does not exist, cannot be fetched or is not OGraf. */
  async make(id: string): Promise<GraphicElement> {
    const Graphic = await this.#classOf(id);
    return new Graphic();
  }

  #classOf(id: string): Promise<GraphicClass> {
    const known = this.#classes.get(id);
    if (known !== undefined) return known;
    const loading = this.#load(id);
    this.#classes.set(id, loading);
    loading.catch(() => this.#classes.delete(id));
    return loading;
  }

  async #load(id: string): Promise<GraphicClass> {
    const path = this.#manifests.get(id);
    if (path === undefined) throw new Error(`no graphic has the id “${id}”`);
    const manifestUrl = new URL(path, location.href);
    const main = new URL(mainIn(await fetchJson(manifestUrl)), manifestUrl);
    const attempt = ++this.#attempts;
    // Chromium remembers a module that failed to load by its address: ask by another one.
    if (attempt > this.#manifests.size) main.searchParams.set('attempt', String(attempt));
    const module: unknown = await import(/* @vite-ignore */ main.href);
    const Graphic = classIn(module);
    customElements.define(`ograf-graphic-${attempt}`, Graphic);
    return Graphic;
  }
}

async function fetchJson(url: URL): Promise<unknown> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url.pathname} answered ${answer.status}`);
  return await answer.json();
}

function mainIn(manifest: unknown): string {
  const main: unknown = typeof manifest === 'object' && manifest !== null && Reflect.get(manifest, 'main');
  if (typeof main !== 'string') throw new Error('the manifest names no main module');
  return main;
}

function classIn(module: unknown): GraphicClass {
  const found: unknown = typeof module === 'object' && module !== null && Reflect.get(module, 'default');
  if (typeof found !== 'function' || !(found.prototype instanceof HTMLElement))
    throw new Error('the module exports no custom element by default');
  // A module is a promise at best; each call to a graphic has its own deadline and its failure is reported.
  return found as GraphicClass;
}
