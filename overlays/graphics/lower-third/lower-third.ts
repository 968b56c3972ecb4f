import type { ActionInvokeParams, GraphicsAPI, PlayActionReturnPayload, ReturnPayload } from 'ograf';
import { beforePaint } from './beforePaint.js';
import { fit } from './fit.js';
import style from './lower-third.css?inline';
import { Motion } from './motion.js';
import { peopleIn, type Person } from './people.js';
import { placeIn, type Place } from './place.js';
import { buildStrap, refillStrap, type Strap } from './strap.js';
import { loadTypefaces } from './typefaces.js';

type Load = Parameters<GraphicsAPI.Graphic['load']>[0];
type Update = Parameters<GraphicsAPI.Graphic['updateAction']>[0];
type Play = Parameters<GraphicsAPI.Graphic['playAction']>[0];
type Stop = Parameters<GraphicsAPI.Graphic['stopAction']>[0];

const WIDTH = 1920;
const HEIGHT = 1080;
const TYPEFACES_MS = 1000;
const SHEET = new CSSStyleSheet();
SHEET.replaceSync(style);
const OK = { statusCode: 200 };
const NOT_PEOPLE = { statusCode: 400, statusMessage: 'data.people must be one to four people with a name' };

/**
 * The lower third, an OGraf v1 graphic of one step: step 0 is on, before and past it is off. Colours come from the
 * custom properties `--showfloor-accent`, `-plate`, `-ink` and `-muted`, with defaults.
 */
export default class LowerThird
  extends HTMLElement
  implements Omit<GraphicsAPI.Graphic, 'goToTime' | 'setActionsSchedule'>
{
  readonly #frame = document.createElement('div');
  readonly #refit = () => this.#shown && this.#fit(this.#shown.strap);
  #resolution = { width: WIDTH, height: HEIGHT };
  #shown: { strap: Strap; motion: Motion } | null = null;
  #isOn = false;
  /** Rejects when what was shown last could not be fitted. */
  #fitted = Promise.resolve();
  /** Counts what was asked for, so that of two changes the later one wins, whichever gets its typefaces first. */
  #asked = 0;

  async load({ data, renderCharacteristics }: Load): Promise<ReturnPayload> {
    const people = peopleIn(data);
    if (people === null) return NOT_PEOPLE;
    this.#open(renderCharacteristics.resolution ?? { width: WIDTH, height: HEIGHT });
    await this.#show(people, placeIn(data));
    return OK;
  }

  async dispose(): Promise<ReturnPayload> {
    this.#asked++;
    document.fonts.removeEventListener('loadingdone', this.#refit);
    this.#frame.replaceChildren();
    this.#shown = null;
    return OK;
  }

  /** New texts take the place of the old ones at once: a corrected typo is not a new appearance. */
  async updateAction({ data }: Update): Promise<ReturnPayload> {
    const people = peopleIn(data);
    if (people === null) return NOT_PEOPLE;
    await this.#show(people, placeIn(data));
    await this.#fitted;
    return OK;
  }

  async playAction({ delta, goto, skipAnimation }: Play): Promise<PlayActionReturnPayload> {
    const step = goto ?? (this.#isOn ? 0 : -1) + (delta ?? 1);
    if (step !== 0) {
      await this.#goOut(skipAnimation ?? false);
      return { ...OK, currentStep: step < 0 ? -1 : 1 };
    }
    if (this.#shown === null) return { ...NOT_PEOPLE, currentStep: -1 };
    const wasOn = this.#isOn;
    this.#isOn = true;
    const { motion } = this.#shown;
    await Promise.all([this.#fitted, motion.comeIn(wasOn || (skipAnimation ?? false))]);
    return { ...OK, currentStep: 0 };
  }

  async stopAction({ skipAnimation }: Stop): Promise<ReturnPayload> {
    await this.#goOut(skipAnimation ?? false);
    return OK;
  }

  async customAction({ id }: ActionInvokeParams): Promise<ReturnPayload> {
    return { statusCode: 404, statusMessage: `there is no action “${id}”` };
  }

  #open(resolution: { width: number; height: number }): void {
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [SHEET];
    this.#frame.className = 'frame';
    this.#resolution = resolution;
    root.replaceChildren(this.#frame);
    // A typeface that came after its deadline has other widths.
    document.fonts.addEventListener('loadingdone', this.#refit);
  }

  /**
   * In the document at once; measured and set right before the frame that shows it, which lays it out in any case. What
   * is on keeps its plates where other people fit into them: a corrected typo is one text, and stops no entrance.
   */
  async #show(people: Person[], place: Place): Promise<void> {
    const asked = ++this.#asked;
    await loadTypefaces(
      people.map((person) => Object.values(person).join(' ')),
      TYPEFACES_MS,
    );
    if (asked !== this.#asked) return;
    const shown = this.#isOn ? this.#shown : null;
    if (shown !== null && refillStrap(shown.strap, people, place)) return this.#fitSoon(shown.strap);
    const strap = buildStrap(people, place);
    if (!this.#isOn) strap.row.dataset['off'] = '';
    this.#frame.replaceChildren(strap.row);
    this.#shown = { strap, motion: new Motion(strap) };
    this.#fitSoon(strap);
  }

  /** The frame is asked for when the document has changed. */
  #fitSoon(strap: Strap): void {
    this.#fitted = Promise.resolve()
      .then(beforePaint)
      .then(() => this.#fit(strap));
  }

  #fit(strap: Strap): void {
    if (this.#shown?.strap !== strap) return;
    fit(strap);
    const width = this.clientWidth || this.#resolution.width;
    const height = this.clientHeight || this.#resolution.height;
    const scale = Math.min(width / WIDTH, height / HEIGHT);
    // At full size without a transform, so that text is drawn on whole pixels.
    this.#frame.style.transform = scale === 1 ? 'none' : `scale(${scale})`;
  }

  async #goOut(isSkipped: boolean): Promise<void> {
    this.#isOn = false;
    await this.#shown?.motion.goOut(isSkipped);
  }
}
