/** What an overlay page tells of itself, as `watch`. */
export interface Watch {
  /** How many animations were begun since the page was loaded. */
  animationsBegun: number;
  /** Names that came into sight, each as often as it did, since somebody took them away. */
  came: string[];
  /** Names in sight now. */
  names(): string[];
}

// The little of a page that is used below: this program has no DOM types, or the server could use them unnoticed.
interface Element {
  textContent: string;
  shadowRoot: Element | null;
  querySelectorAll(selector: string): Iterable<Element>;
  animate: (...args: unknown[]) => unknown;
}
declare const Element: { prototype: Element };
declare const document: Element;
declare const requestAnimationFrame: (next: () => void) => void;

/** Runs in the page before anything else, so it refers to nothing outside of itself. Looks at every frame. */
export function installWatch(): void {
  const watch: Watch = { animationsBegun: 0, came: [], names };
  Reflect.set(globalThis, 'watch', watch);
  const { animate } = Element.prototype;
  Element.prototype.animate = function (this: Element, ...args: unknown[]) {
    watch.animationsBegun++;
    return animate.apply(this, args);
  };
  let before: string[] = [];
  look();

  function look(): void {
    const now = names();
    watch.came.push(...now.filter((name) => !before.includes(name)));
    before = now;
    requestAnimationFrame(look);
  }

  function names(): string[] {
    const graphics = [...document.querySelectorAll('[data-layer] > *')];
    const lines = graphics.flatMap(({ shadowRoot }) => [...(shadowRoot?.querySelectorAll('.full') ?? [])]);
    return lines.map(({ textContent }) => textContent);
  }
}
