import type { Plate, Strap } from './strap.js';

const ARRIVE = 'cubic-bezier(0.16, 1, 0.3, 1)';
const LEAVE = 'cubic-bezier(0.6, 0, 0.85, 0.3)';
/** Seats follow each other by so much, in ms. */
const STAGGER_MS = 40;
/** A page that is hidden never ends an animation: then it is ended for it this late, in ms. */
const GRACE_MS = 150;

type Move = (plate: Plate, delay: number) => Animation[];

/** Brings a strap in and takes it out: transforms, clips and opacity only. Ends in the final state, also unseen. */
export class Motion {
  readonly #strap: Strap;
  #running: Animation[] = [];

  constructor(strap: Strap) {
    this.#strap = strap;
  }

  /** From out to on; the strap is visible from the first frame. */
  async comeIn(isSkipped: boolean): Promise<void> {
    this.#drop();
    delete this.#strap.row.dataset['off'];
    if (isSkipped || (await this.#run(prefersCalm() ? fadeIn : reveal))) this.#drop();
  }

  /** From wherever it is to out. */
  async goOut(isSkipped: boolean): Promise<void> {
    // What is still coming in stands still, and leaves from where it stands.
    for (const animation of this.#running) animation.pause();
    if (!isSkipped && !(await this.#run(prefersCalm() ? fadeOut : conceal))) return;
    this.#strap.row.dataset['off'] = '';
    this.#drop();
  }

  /** False when a later move took over. */
  async #run(move: Move): Promise<boolean> {
    if (document.hidden) return true;
    const started = this.#strap.plates.flatMap((plate, seat) => move(plate, seat * STAGGER_MS));
    this.#running = [...this.#running, ...started];
    await ended(started);
    return started.every((animation) => this.#running.includes(animation));
  }

  #drop(): void {
    const running = this.#running;
    this.#running = [];
    for (const animation of running) animation.cancel();
  }
}

/** Resolves when all have ended or were cancelled, when the page gets hidden, or when they should have ended. */
async function ended(animations: Animation[]): Promise<void> {
  const longest = Math.max(...animations.map((it) => Number(it.effect?.getComputedTiming().endTime ?? 0)));
  const done = new AbortController();
  const { signal } = done;
  const unseen = new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, longest + GRACE_MS);
    signal.addEventListener('abort', () => clearTimeout(timer));
    document.addEventListener('visibilitychange', () => resolve(), { signal });
  });
  await Promise.race([Promise.allSettled(animations.map((it) => it.finished)), unseen]);
  done.abort();
}

function prefersCalm(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}

function reveal({ box, name, detail, direction }: Plate, delay: number): Animation[] {
  const from = direction === 'rtl' ? 26 : -26;
  const slide = [
    { opacity: 0, transform: `translateX(${from}px)` },
    { opacity: 1, transform: 'none' },
  ];
  const { folded, bar } = clipsFor(direction);
  const unfold = [
    { clipPath: folded, easing: 'ease-out' },
    { clipPath: bar, offset: 0.22, easing: ARRIVE },
  ];
  return [
    play(box, [...unfold, { clipPath: FULL }], 440, delay, 'linear'),
    play(name, slide, 340, delay + 100, ARRIVE),
    play(detail, slide, 320, delay + 150, ARRIVE),
  ];
}

/** Without a beginning: it starts from whatever is on screen. */
function conceal({ box, name, detail, direction }: Plate, delay: number): Animation[] {
  const away = { opacity: 0, transform: `translateX(${direction === 'rtl' ? 18 : -18}px)` };
  const { folded, bar } = clipsFor(direction);
  const fold = [{ clipPath: bar, offset: 0.7 }, { clipPath: folded }];
  return [
    play(detail, [away], 180, delay, LEAVE),
    play(name, [away], 200, delay + 20, LEAVE),
    play(box, fold, 380, delay + 20, LEAVE),
  ];
}

function fadeIn({ box }: Plate): Animation[] {
  return [play(box, [{ opacity: 0 }, { opacity: 1 }], 240, 0, 'linear')];
}

function fadeOut({ box }: Plate): Animation[] {
  return [play(box, [{ opacity: 0 }], 240, 0, 'linear')];
}

/** Room for the shadow on all sides, as in the style sheet. All clips have the same shape, or they would jump. */
const FULL = 'inset(-44px -44px -44px -44px)';

/** Only the bar of the plate, and the bar folded up to nothing. */
function clipsFor(direction: 'ltr' | 'rtl'): { bar: string; folded: string } {
  const rest = 'calc(100% - 10px)';
  return direction === 'rtl'
    ? { bar: `inset(-44px -44px -44px ${rest})`, folded: `inset(50% 0px 50% ${rest})` }
    : { bar: `inset(-44px ${rest} -44px -44px)`, folded: `inset(50% ${rest} 50% 0px)` };
}

function play(
  element: HTMLElement,
  frames: Keyframe[],
  duration: number,
  delay: number,
  easing: string,
): Animation {
  return element.animate(frames, { duration, delay, easing, fill: 'both' });
}
