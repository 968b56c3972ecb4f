import { LAYERS, type Layer } from '../server/protocol/codes.js';
import type { Theme } from '../server/protocol/slices.js';

const WIDTH = 1920;
const HEIGHT = 1080;

/** The picture of 1920 by 1080, scaled to whatever the page is shown in, with a place for each layer. */
export class Stage {
  readonly #element = document.createElement('div');
  readonly #simulator = document.createElement('div');

  constructor() {
    this.#element.className = 'stage';
    this.#simulator.className = 'simulator';
    this.#simulator.textContent = 'SIMULATOR';
  }

  open(body: HTMLElement): void {
    body.append(this.#element);
    addEventListener('resize', () => this.#scale());
    this.#scale();
  }

  /** Places by layer, added from back to front whatever the order asked for. */
  places(layers: readonly Layer[]): Map<Layer, HTMLElement> {
    const places = new Map<Layer, HTMLElement>();
    for (const layer of LAYERS.filter((it) => layers.includes(it))) {
      const place = document.createElement('div');
      place.className = 'layer';
      place.dataset['layer'] = layer;
      this.#element.append(place);
      places.set(layer, place);
    }
    return places;
  }

  /** Graphics read colours as `--showfloor-<name>`. */
  dress(theme: Theme): void {
    for (const [name, colour] of Object.entries(theme))
      this.#element.style.setProperty(`--showfloor-${name}`, colour);
  }

  /** The simulator can never pass for a show. */
  mark(isSimulator: boolean): void {
    if (isSimulator) this.#element.append(this.#simulator);
    else this.#simulator.remove();
  }

  #scale(): void {
    const scale = Math.min(innerWidth / WIDTH, innerHeight / HEIGHT);
    const left = (innerWidth - WIDTH * scale) / 2;
    const top = (innerHeight - HEIGHT * scale) / 2;
    // At full size without a transform, so that text is drawn on whole pixels.
    this.#element.style.transform =
      scale === 1 && left === 0 && top === 0 ? 'none' : `translate(${left}px, ${top}px) scale(${scale})`;
  }
}
