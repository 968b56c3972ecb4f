/** `idle` and `cancelled` wait for a fresh press; `holding` fills the ring; `fired` waits for the finger to go. */
export type HoldPhase = 'idle' | 'holding' | 'fired' | 'cancelled';
export type HoldCancel = 'released' | 'left' | 'second-finger' | 'interrupted' | 'changed' | 'grip';

export interface HoldView {
  phase: HoldPhase;
  /** Why the last one was cancelled, for the word on the button. */
  why: HoldCancel | null;
}

export interface HoldOptions {
  holdMs: () => number;
  /** A press longer than this that never fired is a grip: a hand that carries the tablet. */
  gripMs: number;
  now: () => number;
  /** Runs `act` once after `ms`; the answer cancels it. */
  after: (ms: number, act: () => void) => () => void;
  /** Called once a hold, with what it was aimed at all along. */
  fire: (aim: string) => void;
  changed: (view: HoldView) => void;
}

interface Holding {
  press: string;
  aim: string;
  since: number;
  cancelTimer: () => void;
}

/** A press becomes an act only by staying: alone, inside, uninterrupted, and aimed at the same thing all the time. */
export class Hold {
  readonly #options: HoldOptions;
  /** Every finger and key on the page, with the time it came down. */
  readonly #down = new Map<string, number>();
  #aim: string | null = null;
  #holding: Holding | null = null;
  #view: HoldView = { phase: 'idle', why: null };

  constructor(options: HoldOptions) {
    this.#options = options;
  }

  /** What a hold would act on; null when it may not act at all. A change of it cancels. */
  aim(aim: string | null): void {
    if (aim === this.#aim) return;
    this.#aim = aim;
    if (this.#holding !== null) this.#cancel('changed');
    else if (this.#view.phase !== 'fired') this.#show({ phase: 'idle', why: null });
  }

  /** Any finger or key of the page; `isInside` is true for a press that began on the button. */
  press(id: string, isInside: boolean): void {
    const isAlone = !this.#hasFingers();
    this.#down.set(id, this.#options.now());
    if (this.#holding !== null) return this.#cancel('second-finger');
    if (!isInside || this.#aim === null) return;
    if (isAlone) this.#begin(id, this.#aim);
    else this.#show({ phase: 'cancelled', why: 'second-finger' });
  }

  /** The holding finger is no longer on the button. */
  leave(id: string): void {
    if (this.#holding?.press === id) this.#cancel('left');
  }

  release(id: string): void {
    this.#down.delete(id);
    if (this.#holding?.press === id) return this.#cancel('released');
    if (this.#down.size === 0 && this.#view.phase === 'fired') this.#show({ phase: 'idle', why: null });
  }

  /** `pointercancel`: the browser took this finger for something of its own. */
  lose(id: string): void {
    this.#down.delete(id);
    if (this.#holding?.press === id) this.#cancel('interrupted');
    else if (this.#down.size === 0 && this.#view.phase === 'fired') this.#show({ phase: 'idle', why: null });
  }

  /** Blur, rotation, the button is gone: whatever was down may never be released. */
  interrupt(): void {
    this.#down.clear();
    if (this.#holding !== null) this.#cancel('interrupted');
    else if (this.#view.phase === 'fired') this.#show({ phase: 'idle', why: null });
  }

  /** Fingers that rest longer than a grip hold the tablet and are not counted. */
  #hasFingers(): boolean {
    const oldest = this.#options.now() - this.#options.gripMs;
    return [...this.#down.values()].some((since) => since > oldest);
  }

  #begin(press: string, aim: string): void {
    const cancelTimer = this.#options.after(this.#options.holdMs(), () => this.#complete());
    this.#holding = { press, aim, since: this.#options.now(), cancelTimer };
    this.#show({ phase: 'holding', why: null });
  }

  #complete(): void {
    const holding = this.#holding;
    if (holding === null) return;
    // A page that slept runs its timer late: by then nobody knows what the finger meant.
    if (this.#options.now() - holding.since > this.#options.gripMs) return this.#cancel('grip');
    this.#holding = null;
    this.#show({ phase: 'fired', why: null });
    this.#options.fire(holding.aim);
  }

  #cancel(why: HoldCancel): void {
    this.#holding?.cancelTimer();
    this.#holding = null;
    this.#show({ phase: 'cancelled', why });
  }

  #show(view: HoldView): void {
    this.#view = view;
    this.#options.changed(view);
  }
}
