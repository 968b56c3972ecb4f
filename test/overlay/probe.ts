/** How the browser treats the page: shown; hidden by OBS, which tells it; or with time standing still, untold. */
export type Mode = 'shown' | 'hidden' | 'frozen';

/** What tests ask of the page, as `probe`. */
export interface Probe {
  /** How many animations were begun since the page was loaded. */
  animationsBegun: number;
  /** What came to and left the lower third's layer since `watchLayer`, in its order. */
  moves: ('came' | 'left')[];
  watchLayer(): void;
  show(): void;
  /** A lower third is on, and nothing of it moves any longer. */
  isStill(): boolean;
  /** Typefaces that were fetched, in the order of the alphabet; on a slow machine later than the name they are for. */
  families(): Promise<string[]>;
  /** Of each plate: the side of its bar, and how each of its lines is aligned. */
  sides(): string[][];
  /** As painted, of the first plate. */
  barColour(): string;
  /** What is wrong with the boxes on screen, in a page of 1920 by 1080. */
  faults(): string[];
}

// The little of a page that is used below: this program has no DOM types, or the server could use them unnoticed.
interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
  width: number;
  height: number;
}
interface Element {
  className: string;
  shadowRoot: Element | null;
  querySelector(selector: string): Element | null;
  querySelectorAll(selector: string): Iterable<Element>;
  getBoundingClientRect(): Box;
  getAnimations(options: { subtree: true }): unknown[];
  animate: (...args: unknown[]) => { pause(): void };
}
interface Change {
  addedNodes: Iterable<unknown>;
  removedNodes: Iterable<unknown>;
}
declare const MutationObserver: new (hear: (changes: Change[]) => void) => {
  observe(of: Element, options: { childList: true }): void;
};
declare const Element: { prototype: Element };
declare const document: Element & {
  fonts: Iterable<{ family: string; status: string }> & { ready: Promise<unknown> };
  createRange(): { selectNodeContents(of: Element): void; getClientRects(): Iterable<Box> };
  dispatchEvent(event: Event): void;
};
declare const getComputedStyle: (of: Element) => {
  textAlign: string;
  fontSize: string;
  backgroundColor: string;
};

/** Runs in the page before anything else, so it refers to nothing outside of itself. */
export function installProbe(mode: Mode): void {
  let isHidden = mode === 'hidden';
  const probe: Probe = {
    ...{ animationsBegun: 0, moves: [], watchLayer },
    ...{ show, isStill, families, sides, barColour, faults },
  };
  Reflect.set(globalThis, 'probe', probe);
  const { animate } = Element.prototype;
  Element.prototype.animate = function (this: Element, ...args: unknown[]) {
    probe.animationsBegun++;
    const animation = animate.apply(this, args);
    if (mode === 'frozen') animation.pause();
    return animation;
  };
  if (mode !== 'shown') Reflect.set(globalThis, 'requestAnimationFrame', () => 0);
  if (mode === 'hidden') Object.defineProperty(document, 'hidden', { get: () => isHidden });

  function watchLayer(): void {
    const layer = document.querySelector('[data-layer="lower-third"]');
    if (layer === null) throw new Error('there is no such layer');
    const hear = (changes: Change[]) => {
      for (const { addedNodes, removedNodes } of changes) {
        for (const _ of addedNodes) probe.moves.push('came');
        for (const _ of removedNodes) probe.moves.push('left');
      }
    };
    new MutationObserver(hear).observe(layer, { childList: true });
  }

  function show(): void {
    isHidden = false;
    document.dispatchEvent(new Event('visibilitychange'));
  }

  function row(): Element | null {
    const graphic = document.querySelector('[data-layer="lower-third"] > *');
    return graphic?.shadowRoot?.querySelector('.row') ?? null;
  }

  function within(element: Element | null, selector: string): Element[] {
    return element === null ? [] : [...element.querySelectorAll(selector)];
  }

  function isStill(): boolean {
    return row()?.getAnimations({ subtree: true }).length === 0;
  }

  async function families(): Promise<string[]> {
    await document.fonts.ready;
    const loaded = [...document.fonts].filter(({ status }) => status === 'loaded');
    return [...new Set(loaded.map(({ family }) => family.replaceAll('"', '')))].sort();
  }

  function sides(): string[][] {
    return within(row(), '.plate').map((plate) => {
      const { left, width } = plate.getBoundingClientRect();
      const bar = plate.querySelector('.bar')?.getBoundingClientRect().left ?? Number.NaN;
      const lines = within(plate, 'p').map((line) => getComputedStyle(line).textAlign);
      return [bar > left + width / 2 ? 'right' : 'left', ...lines];
    });
  }

  function barColour(): string {
    return within(row(), '.bar').map((bar) => getComputedStyle(bar).backgroundColor)[0] ?? '';
  }

  function faults(): string[] {
    const found: string[] = [];
    let before: Box | null = null;
    for (const plate of within(row(), '.plate')) {
      const box = plate.getBoundingClientRect();
      const isSafe = box.left >= 96 && box.right <= 1824 && box.top >= 54 && box.bottom <= 1026;
      if (!isSafe) found.push('leaves the safe area');
      if (before !== null && box.left < before.right) found.push('overlaps its neighbour');
      if (before !== null && Math.abs(box.height - before.height) > 0.5) found.push('is not as high');
      for (const line of within(plate, 'p')) found.push(...faultsOf(line, box));
      before = box;
    }
    return found;
  }

  function faultsOf(line: Element, box: Box): string[] {
    const found: string[] = [];
    const range = document.createRange();
    range.selectNodeContents(line);
    for (const text of range.getClientRects()) {
      const isWide = text.left < box.left || text.right > box.right + 0.5;
      if (isWide || text.top < box.top || text.bottom > box.bottom)
        found.push(`lets its ${line.className} out`);
    }
    if (parseFloat(getComputedStyle(line).fontSize) < 16) found.push(`has an unreadable ${line.className}`);
    return found;
  }
}
