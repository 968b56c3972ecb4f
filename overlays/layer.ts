import type { RendererReport } from '../server/protocol/events.js';
import type { Instance, Reported, Wanted } from '../server/protocol/slices.js';
import type { Catalogue } from './catalogue.js';
import { dueOn } from './due.js';
import { painted } from './painted.js';
import { Showing } from './showing.js';

/** What a layer says of itself; the renderer adds name and time. */
export type Said = Pick<RendererReport, 'instanceId' | 'state' | 'step'>;

/** What the server last said of a layer. */
export interface LayerNews {
  wanted: Wanted | undefined;
  reported: Reported | undefined;
  isConnected: boolean;
}

interface Tools {
  catalogue: Catalogue;
  /** The server's clock. */
  now: () => number;
  say: (said: Said) => void;
}

const EMPTY: Said = { instanceId: null, state: 'out', step: null };
/** Browsers fire longer timers at once, in ms. */
const LONGEST_TIMER_MS = 2_000_000_000;

/** One layer: brings what it shows in line with what is due, one act at a time, and says what it is doing. */
export class Layer {
  readonly #place: HTMLElement;
  readonly #tools: Tools;
  #news: LayerNews = { wanted: undefined, reported: undefined, isConnected: false };
  #said = EMPTY;
  #shown: Showing | null = null;
  #isActing = false;
  #failedId: string | null = null;
  /** The instance that came into sight last, and whether it was on somewhere before it came up here. */
  #sight: { instanceId: string; wasOn: boolean } | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(place: HTMLElement, tools: Tools) {
    this.#place = place;
    this.#tools = tools;
  }

  get said(): Said {
    return this.#said;
  }

  follow(news: LayerNews): void {
    if (isSame(news, this.#news)) return;
    // What failed while the server went away may well load now that it is back.
    if (news.isConnected && !this.#news.isConnected) this.#failedId = null;
    this.#news = news;
    const instanceId = news.wanted?.onAir?.instanceId;
    if (instanceId !== undefined && instanceId !== this.#sight?.instanceId) {
      const { reported } = news;
      this.#sight = { instanceId, wasOn: reported?.instanceId === instanceId && reported.state === 'on' };
    }
    void this.#settle();
  }

  async #settle(): Promise<void> {
    if (this.#isActing) return;
    this.#isActing = true;
    for (let act = this.#nextAct(); act !== null; act = this.#nextAct()) await act();
    this.#isActing = false;
    this.#watchTime();
  }

  /** None of the acts rejects. */
  #nextAct(): (() => Promise<void>) | null {
    const due = this.#due();
    const shown = this.#shown;
    if (shown !== null && shown.instanceId !== due?.instanceId)
      return due?.cut === true ? () => this.#replace(shown, due) : () => this.#takeOff(shown);
    if (due === null) {
      if (this.#said.state === 'failed') this.#say(EMPTY);
      return null;
    }
    if (due.instanceId === this.#failedId) return null;
    if (shown === null) return () => this.#load(due);
    if (due.revision > shown.revision) return () => this.#update(shown, due);
    return shown.isOn ? null : () => this.#bringOn(shown, due);
  }

  #due(): Instance | null {
    return dueOn({ ...this.#news, shownId: this.#shown?.instanceId ?? null, now: this.#tools.now() });
  }

  #wasOn(): boolean {
    return this.#sight?.wasOn === true;
  }

  async #load(due: Instance): Promise<void> {
    const showing = new Showing(this.#place, this.#tools.catalogue, due);
    this.#shown = showing;
    // What was on is still held to be on: a reload is no news until it fails.
    if (!this.#wasOn()) this.#say({ instanceId: due.instanceId, state: 'loading', step: null });
    await this.#attempt(showing, () => showing.load(due));
  }

  async #bringOn(showing: Showing, due: Instance): Promise<void> {
    const playing = showing.play(due.cut || this.#wasOn());
    // It is on when it can be seen, which is long before its animation has ended. From then on the layer is free to
    // take it off again, and a graphic that fails later is dealt with then.
    void this.#attempt(showing, async () => {
      const step = await playing;
      if (step !== 0 && this.#shown === showing) this.#sayOn(showing, step);
    });
    await Promise.race([painted(), playing.catch(() => undefined).then(painted)]);
    if (this.#shown === showing) this.#sayOn(showing, 0);
  }

  async #update(showing: Showing, due: Instance): Promise<void> {
    await this.#attempt(showing, () => showing.update(due));
    if (this.#shown === showing && showing.isOn) this.#sayOn(showing, this.#said.step ?? 0);
  }

  async #takeOff(showing: Showing): Promise<void> {
    this.#shown = null;
    await this.#end(showing, false);
    this.#say({ instanceId: showing.instanceId, state: 'out', step: null });
  }

  /**
   * A cut: the old one leaves when the new one is there, so that no frame is without both, and nothing that its leaving
   * costs is waited for. It is on until the new one is: of the two, only that is said.
   */
  async #replace(old: Showing, due: Instance): Promise<void> {
    const showing = new Showing(this.#place, this.#tools.catalogue, due);
    this.#shown = showing;
    await this.#attempt(showing, () => showing.load(due));
    const cameOn = this.#shown === showing ? this.#bringOn(showing, due) : null;
    await this.#end(old, true);
    await cameOn;
  }

  async #end(showing: Showing, isCut: boolean): Promise<void> {
    try {
      if (showing.isOn) await showing.stop(isCut);
    } catch (error) {
      complain('did not stop and was removed', error);
    }
    await this.#remove(showing);
  }

  /** Runs one thing that the graphic does; when it fails, the graphic is out of the picture and the layer lives on. */
  async #attempt(showing: Showing, act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (error) {
      if (this.#shown !== showing) return;
      complain('failed', error);
      this.#shown = null;
      this.#failedId = showing.instanceId;
      this.#say({ instanceId: showing.instanceId, state: 'failed', step: null });
      await this.#remove(showing);
      void this.#settle();
    }
  }

  async #remove(showing: Showing): Promise<void> {
    try {
      await showing.remove();
    } catch (error) {
      complain('did not clean up', error);
    }
  }

  #sayOn(showing: Showing, step: number): void {
    this.#say({ instanceId: showing.instanceId, state: 'on', step });
  }

  #say(said: Said): void {
    this.#said = said;
    this.#tools.say(said);
  }

  /** Looks again when the time of what is shown is over. */
  #watchTime(): void {
    clearTimeout(this.#timer);
    const offAt = this.#news.wanted?.onAir?.offAt ?? null;
    const left = offAt === null ? 0 : offAt - this.#tools.now();
    if (left > 0) this.#timer = setTimeout(() => void this.#settle(), Math.min(left + 1, LONGEST_TIMER_MS));
  }
}

function isSame(a: LayerNews, b: LayerNews): boolean {
  return a.wanted === b.wanted && a.reported === b.reported && a.isConnected === b.isConnected;
}

/** OBS writes the page's console into its log, which is where a crew looks for it. */
function complain(what: string, error: unknown): void {
  console.error(`A graphic ${what}:`, error);
}
