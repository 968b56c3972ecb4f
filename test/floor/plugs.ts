import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { Booth } from '../campaign/booth.js';
import { Plugs, type Face, type Plug, type Pull } from '../campaign/plugs.js';
import { FULL_HD, TABLET, launchBrowser } from '../fixtures/browser.js';
import { installWatch, type Watch } from './watch.js';

/** In the page. */
declare const watch: Watch;

const REDIAL_MS = 100;
const LIMIT_MS = 200_000;

/** Pulls plugs of a booth with a real OBS, and an overlay and a panel in a real Chromium. */
export function pullPlugs(title: string, pulls: readonly Pull[]): void {
  describe(title, () => {
    let booth: Booth;
    let browser: Browser;
    let plugs: Plugs;
    beforeAll(async () => {
      [booth, browser] = await Promise.all([
        Booth.open({ realObs: true, smallDisk: false }),
        launchBrowser(),
      ]);
      // The one in Chromium shall be the only one.
      for (const overlay of booth.overlays.splice(0)) await overlay.close();
      await booth.tablets[0]?.close();
      const overlay = await ChromiumPage.open(await contextOf(browser, FULL_HD), booth.server.overlay());
      const context = await contextOf(browser, TABLET);
      await context.addCookies([await booth.server.tabletCookie()]);
      plugs = new Plugs(booth, {
        face: faceOf(overlay),
        tablet: await ChromiumPage.open(context, `${booth.server.url}/`),
      });
    });
    afterAll(async () => {
      await browser.close();
      await booth.close();
    });
    it.each(pulls.map((pull) => [said(pull), pull] as const))('%s', (_, pull) => plugs.pull(pull), LIMIT_MS);
  });
}

function said({ killed, back }: Pull): string {
  return `${killed.join(' and then ')} killed, back: ${back.join(' and then ')}`;
}

async function contextOf(browser: Browser, viewport: { width: number; height: number }) {
  const context = await browser.newContext({ viewport, hasTouch: true });
  await context.addInitScript(installWatch);
  return context;
}

/** A page whose process dies, and that comes back as soon as there is a server to give it. */
class ChromiumPage implements Plug {
  #page: Page | null = null;

  private constructor(
    private readonly context: BrowserContext,
    private readonly address: string,
  ) {}

  static async open(context: BrowserContext, address: string): Promise<ChromiumPage> {
    const page = new ChromiumPage(context, address);
    await page.back();
    return page;
  }

  async kill(): Promise<void> {
    const page = this.#page;
    this.#page = null;
    if (page === null) return;
    const crashed = page.waitForEvent('crash');
    const line = await this.context.newCDPSession(page);
    // Whoever dies answers nothing.
    line.send('Page.crash').catch(() => undefined);
    await crashed;
    await page.close();
  }

  async back(): Promise<void> {
    const page = await this.context.newPage();
    this.#page = page;
    void this.#load(page);
  }

  /** Of the page in which the script is, or nothing while there is none. */
  async ask<T>(script: () => T, nothing: T): Promise<T> {
    try {
      return (await this.#page?.evaluate(script)) ?? nothing;
    } catch {
      // It loads, or it dies.
      return nothing;
    }
  }

  async #load(page: Page): Promise<void> {
    while (page === this.#page) {
      try {
        await page.goto(this.address);
        return;
      } catch {
        // No server yet: somebody reloads it until there is one.
        await new Promise((again) => setTimeout(again, REDIAL_MS));
      }
    }
  }
}

function faceOf(page: ChromiumPage): Face {
  return {
    kill: () => page.kill(),
    back: () => page.back(),
    names: () => page.ask(() => watch.names(), []),
    came: () => page.ask(() => watch.came.splice(0), []),
    entrances: () => page.ask(() => watch.animationsBegun, Number.NaN),
  };
}
