import type { ReturnPayload } from 'ograf';
import type { Instance } from '../server/protocol/slices.js';
import type { Catalogue, GraphicElement } from './catalogue.js';
import { within } from './deadline.js';

/** A graphic that takes longer for any one thing has failed, in ms. */
const DEADLINE_MS = 2000;
/** Frames are what OBS's browser source makes of them; graphics only need the size. */
const CHARACTERISTICS = { resolution: { width: 1920, height: 1080 }, accessToPublicInternet: false };

/** One instance of a graphic on its layer, from load to dispose. Its methods reject when the graphic fails. */
export class Showing {
  readonly instanceId: string;
  readonly #place: HTMLElement;
  readonly #catalogue: Catalogue;
  readonly #graphic: string;
  #element: GraphicElement | null = null;
  #revision = -1;
  #isOn = false;

  constructor(place: HTMLElement, catalogue: Catalogue, instance: Instance) {
    this.instanceId = instance.instanceId;
    this.#place = place;
    this.#catalogue = catalogue;
    this.#graphic = instance.graphic;
  }

  /** Play has begun. */
  get isOn(): boolean {
    return this.#isOn;
  }

  get revision(): number {
    return this.#revision;
  }

  async load({ data, revision }: Instance): Promise<void> {
    const element = await within(DEADLINE_MS, 'fetching', this.#catalogue.make(this.#graphic));
    this.#element = element;
    this.#place.append(element);
    const params = { data, renderType: 'realtime', renderCharacteristics: CHARACTERISTICS } as const;
    accepted(await within(DEADLINE_MS, 'load', element.load(params)));
    this.#revision = revision;
  }

  /** Resolves with the step when the graphic says that it stands there. */
  async play(skipAnimation: boolean): Promise<number> {
    this.#isOn = true;
    const done = await within(DEADLINE_MS, 'playAction', this.#loaded().playAction({ skipAnimation }));
    accepted(done);
    return done.currentStep;
  }

  async update({ data, revision }: Instance): Promise<void> {
    accepted(await within(DEADLINE_MS, 'updateAction', this.#loaded().updateAction({ data })));
    this.#revision = revision;
  }

  async stop(skipAnimation: boolean): Promise<void> {
    accepted(await within(DEADLINE_MS, 'stopAction', this.#loaded().stopAction({ skipAnimation })));
  }

  /** Takes it out of the picture at once; rejects only when the graphic cannot clean up after itself. */
  async remove(): Promise<void> {
    const element = this.#element;
    if (element === null) return;
    element.remove();
    this.#element = null;
    await within(DEADLINE_MS, 'dispose', element.dispose({}));
  }

  #loaded(): GraphicElement {
    if (this.#element === null) throw new Error('not loaded');
    return this.#element;
  }
}

function accepted(payload: ReturnPayload | undefined): void {
  if (payload !== undefined && payload.statusCode >= 400)
    throw new Error(`status ${payload.statusCode}: ${payload.statusMessage ?? 'no message'}`);
}
