import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import type { RendererHello } from '../../server/protocol/events.js';
import { Booth } from './booth.js';
import { buildOverlay } from './pages.js';
import { installProbe, type Mode, type Probe } from './probe.js';

/** In the page. */
declare const probe: Probe;

interface Options {
  /** Of the address, with its question mark. */
  query: string;
  isSimulator: boolean;
  viewport: { width: number; height: number };
  mode: Mode;
  /** Replaces the module of the lower third. */
  graphic: string | null;
  /** What the server knows when the page comes. */
  given: (booth: Booth) => void;
}

const DEFAULTS: Options = {
  query: '?layer=lower-third',
  isSimulator: false,
  viewport: { width: 1920, height: 1080 },
  mode: 'shown',
  graphic: null,
  given: () => undefined,
};

/** An overlay page in a real Chromium, at a booth of the test's own, that has said hello. */
export interface Overlay {
  booth: Booth;
  page: Page;
  hello: RendererHello;
  /** How many animations were begun since the page was loaded. */
  animations: () => Promise<number>;
  /** Resolves when a lower third is on and nothing of it moves any longer. */
  isStill: () => Promise<void>;
}

/** For a file of tests: the built overlay and one browser. The answer opens a page for one test. */
export function useStudio(): (options: Partial<Options>) => Promise<Overlay> {
  let browser: Browser;
  let pages: { folder: string; remove: () => void };
  beforeAll(async () => {
    pages = await buildOverlay();
    browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
  });
  afterAll(async () => {
    await browser.close();
    pages.remove();
  });
  return async (options) => {
    const { query, isSimulator, viewport, mode, graphic, given } = { ...DEFAULTS, ...options };
    const booth = new Booth(pages.folder, isSimulator);
    await booth.start();
    given(booth);
    const page = await browser.newPage({ viewport });
    onTestFinished(async () => {
      await page.close();
      await booth.stop();
    });
    await page.addInitScript(installProbe, mode);
    if (graphic !== null) {
      const answer = { contentType: 'text/javascript', body: graphic };
      await page.route('**/graphics/lower-third/lower-third.js*', (route) => route.fulfill(answer));
    }
    await page.goto(`${booth.url}/overlay/${query}`);
    const hello = await booth.when(() => booth.hellos[0], 'hello');
    return {
      booth,
      page,
      hello,
      animations: () => page.evaluate(() => probe.animationsBegun),
      isStill: async () => void (await page.waitForFunction(() => probe.isStill(), null, { polling: 50 })),
    };
  };
}
