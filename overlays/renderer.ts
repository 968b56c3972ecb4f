import type { Layer as LayerName } from '../server/protocol/codes.js';
import type { RendererHello } from '../server/protocol/events.js';
import type { State } from '../server/protocol/slices.js';
import type { Live } from '../web/live/live.js';
import { Afterwards } from './afterwards.js';
import type { Catalogue } from './catalogue.js';
import { Layer, type Said } from './layer.js';
import type { Stage } from './stage.js';

/** The page as the server sees it: says hello, follows what is wanted, reports what is shown. */
export class Renderer {
  readonly #live: Live<'/overlay'>;
  readonly #hello: RendererHello;
  readonly #stage: Stage;
  readonly #layers: Map<LayerName, Layer>;
  readonly #afterwards = new Afterwards();
  #isConnected = false;
  /** What the stage was dressed for: a patch about something else must not touch the page's style. */
  #dressedFor: Pick<Partial<State>, 'theme' | 'booth'> = {};

  constructor(live: Live<'/overlay'>, hello: RendererHello, stage: Stage, catalogue: Catalogue) {
    this.#live = live;
    this.#hello = hello;
    this.#stage = stage;
    const now = () => live.now();
    const layerOn = ([name, place]: [LayerName, HTMLElement]): [LayerName, Layer] => [
      name,
      new Layer(place, { catalogue, now, say: (said) => this.#report(name, said) }),
    ];
    this.#layers = new Map([...stage.places(hello.layers)].map(layerOn));
  }

  start(): void {
    this.#live.socket.on('renderer.ping', (answer) => answer());
    this.#live.subscribe(() => this.#follow());
    this.#follow();
  }

  #follow(): void {
    const state = this.#live.state();
    const isConnected = this.#live.link() === 'connected';
    this.#dress(state);
    const isNew = isConnected && !this.#isConnected;
    if (isNew) this.#live.socket.emit('renderer.hello', this.#hello);
    for (const [name, layer] of this.#layers) {
      layer.follow({ wanted: state[`wanted:${name}`], reported: state[`reported:${name}`], isConnected });
    }
    this.#isConnected = isConnected;
    if (isNew) for (const [name, layer] of this.#layers) this.#report(name, layer.said);
  }

  #dress({ theme, booth }: Partial<State>): void {
    if (theme !== undefined && theme !== this.#dressedFor.theme) this.#stage.dress(theme);
    if (booth !== undefined && booth !== this.#dressedFor.booth) this.#stage.mark(booth.simulator);
    this.#dressedFor = { ...(theme && { theme }), ...(booth && { booth }) };
  }

  /**
   * Said after the picture has changed: to send it costs as much as to put a name in. Nothing is kept for longer than
   * that: after a reconnect each layer says again what it shows by then.
   */
  #report(layer: LayerName, said: Said): void {
    const report = { layer, ...said, at: this.#live.now() };
    this.#afterwards.add(() => {
      if (this.#isConnected) this.#live.socket.emit('renderer.report', report);
    });
  }
}
