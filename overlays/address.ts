import { LAYERS, type Layer } from '../server/protocol/codes.js';
import type { RendererHello } from '../server/protocol/events.js';

/** What the address of an overlay page asks for. */
export interface Address {
  layers: Layer[];
  kind: RendererHello['kind'];
  source: string | null;
}

/**
 * `?layer=NAME` one layer instead of all; `?source=ID` the OBS source this page lives in; `?kind=preview` a page that
 * does not count as air. Throws on a layer that does not exist: all of them instead would show names twice.
 */
export function readAddress(search: string): Address {
  const query = new URLSearchParams(search);
  return {
    layers: layersFor(query.get('layer')),
    kind: query.get('kind') === 'preview' ? 'preview' : 'air',
    source: query.get('source'),
  };
}

function layersFor(asked: string | null): Layer[] {
  if (asked === null) return [...LAYERS];
  const layers = LAYERS.filter((layer) => layer === asked);
  if (layers.length === 0) throw new Error(`There is no layer “${asked}”; there are ${LAYERS.join(', ')}.`);
  return layers;
}
