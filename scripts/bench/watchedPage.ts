import type { Browser, Page } from 'playwright-core';
import { within } from './deadline.js';

const SEEN_LIMIT_MS = 5000;
/** A browser's clock is only read this finely, in ms. */
const GRAIN_MS = 0.25;
const READINGS = 10;
const FULL_HD = { width: 1920, height: 1080 };

/** Runs in the page before its own scripts: tells when a text got into the document or into any shadow root. */
const WATCH = `{
  const tell = (changes) => {
    const at = performance.timeOrigin + performance.now();
    const texts = changes.flatMap((it) => [...it.addedNodes].map((node) => node.textContent));
    for (const text of texts) if (text) benchSeen(text, at);
  };
  const watch = (root) => new MutationObserver(tell).observe(root, { childList: true, subtree: true });
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (options) {
    const root = attach.call(this, options);
    watch(root);
    return root;
  };
  watch(document);
}`;

/** The time that this process and the pages of its browser share, in ms since 1970 with fractions. */
function sharedNow(): number {
  return performance.timeOrigin + performance.now();
}

/** A page in Chromium of which we learn, to a fraction of a ms, when a text came into its DOM. */
export class WatchedPage {
  #awaited: { text: string; seen: (at: number) => void } | null = null;

  /** Resolves when the page is loaded. */
  async open(browser: Browser, url: string): Promise<void> {
    const context = await browser.newContext({ viewport: FULL_HD });
    const page = await context.newPage();
    await page.exposeBinding('benchSeen', (_, text, at) => this.#hear(String(text), Number(at)));
    await page.addInitScript({ content: WATCH });
    await page.goto(url, { waitUntil: 'load' });
    await assertSharedClock(page);
  }

  /** Acts, and answers in ms when the text that this brings was in the DOM. */
  async timeUntil(text: string, act: () => Promise<unknown>): Promise<number> {
    const seen = new Promise<number>((resolve) => {
      this.#awaited = { text, seen: resolve };
    });
    const began = sharedNow();
    const [at] = await Promise.all([within(SEEN_LIMIT_MS, `"${text}" in the page`, seen), act()]);
    return at - began;
  }

  #hear(text: string, at: number): void {
    if (this.#awaited === null || !text.includes(this.#awaited.text)) return;
    this.#awaited.seen(at);
    this.#awaited = null;
  }
}

/** Both count from the machine's wall at their own start; a wall that was set in between would make times worthless. */
async function assertSharedClock(page: Page): Promise<void> {
  for (let reading = 0; reading < READINGS; reading++) {
    const before = sharedNow();
    const at = Number(await page.evaluate('performance.timeOrigin + performance.now()'));
    if (at < before - GRAIN_MS || at > sharedNow() + GRAIN_MS) {
      throw new Error('The clocks of Node and Chromium differ: was the time set just now? Run it again.');
    }
  }
}
