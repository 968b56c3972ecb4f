import OBSWebSocket from 'obs-websocket-js/json';
import type { Browser, BrowserContext, CDPSession, Locator, Page } from 'playwright-core';
import { SETTLE_MS } from '../../server/protocol/codes.js';
import { startSimulator, type Simulator } from '../../server/simulator/simulator.js';
import { BuiltServer } from '../headless/builtServer.js';
import { LANDSCAPE } from './sizes.js';

/** Longest that anything may take to show, in ms. */
const WAIT_MS = 10_000;
/** In a sheet of its own, which the page's policy does not forbid. */
const NO_BANNER = `{
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('aside[aria-label="SIMULATOR"], aside[aria-label="SIMULATOR"] + .frame { display: none }');
  document.adoptedStyleSheets = [sheet];
}`;

export interface Setting {
  /** Whether OBS runs when the page opens, and lets the server in. */
  obs: 'there' | 'away' | 'other password';
  /** An overlay page that says that it is OBS's. */
  hasOverlay: boolean;
  hasBanner: boolean;
}

/** A simulated OBS in this process, the built server with it, a tablet, and an overlay. */
export class Stage {
  readonly simulator: Simulator;
  readonly server: BuiltServer;
  readonly page: Page;
  /** Somebody at OBS's own mouse. */
  readonly hand = new OBSWebSocket();
  readonly #context: BrowserContext;
  readonly #cdp: CDPSession;
  #isPressing = false;

  private constructor(simulator: Simulator, server: BuiltServer, page: Page, cdp: CDPSession) {
    this.simulator = simulator;
    this.server = server;
    this.page = page;
    this.#context = page.context();
    this.#cdp = cdp;
  }

  static async open(browser: Browser, { obs, hasOverlay, hasBanner }: Setting): Promise<Stage> {
    const password = obs === 'other password' ? 'another' : null;
    const simulator = await startSimulator({ port: 0, password, dialect: '5.5' });
    if (obs === 'away') await simulator.crash();
    const server = new BuiltServer(['--obs', simulator.url], { SHOWFLOOR_OBS_PASSWORD: 'one' });
    await server.start();
    const context = await browser.newContext({ viewport: LANDSCAPE, hasTouch: true });
    context.setDefaultTimeout(WAIT_MS);
    await context.addCookies([await server.tablet()]);
    if (!hasBanner) await context.addInitScript(NO_BANNER);
    if (hasOverlay) {
      const overlay = await context.newPage();
      await overlay.addInitScript('globalThis.obsstudio = {}');
      await overlay.goto(server.overlay());
    }
    const page = await context.newPage();
    const stage = new Stage(simulator, server, page, await context.newCDPSession(page));
    await page.goto(`${server.url}/`);
    if (obs === 'there') {
      await stage.hand.connect(simulator.url);
      await stage.tile('Holding').waitFor();
    }
    return stage;
  }

  async close(): Promise<void> {
    await this.hand.disconnect();
    await this.#context.close();
    await this.server.dispose();
    await this.simulator.stop();
  }

  async wear(theme: string): Promise<void> {
    await this.page.evaluate(`document.documentElement.dataset.theme = '${theme}'`);
  }

  /** On the page's clock. */
  async rest(ms: number): Promise<void> {
    await this.page.evaluate((wait) => new Promise((done) => setTimeout(done, wait)), ms);
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  tile(scene: string): Locator {
    const tiles = this.page.getByRole('region', { name: 'Scenes' }).getByRole('button');
    return tiles.filter({ has: this.page.getByText(scene, { exact: true }) });
  }

  /** Waits as long as a person needs to find a target: a fresh one ignores fingers. */
  async tap(target: Locator): Promise<void> {
    await target.tap({ trial: true });
    await this.rest(SETTLE_MS + 50);
    await target.tap();
  }

  /** A finger comes down on it, and stays. */
  async press(target: Locator): Promise<void> {
    await target.scrollIntoViewIfNeeded();
    await this.rest(SETTLE_MS + 50);
    const box = await target.boundingBox();
    if (box === null) throw new Error('there is nothing to press');
    const touchPoints = [{ x: box.x + box.width / 2, y: box.y + box.height / 2 }];
    await this.#cdp.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints });
    this.#isPressing = true;
  }

  async lift(): Promise<void> {
    if (!this.#isPressing) return;
    this.#isPressing = false;
    await this.#cdp.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  }

  async hold(target: Locator, ms: number): Promise<void> {
    await this.press(target);
    await this.rest(ms + 200);
    await this.lift();
  }

  async addGuest(line: string): Promise<void> {
    const field = this.page.getByLabel('Add a guest: name, title, organisation');
    await field.fill(line);
    await field.press('Enter');
    await this.page.getByRole('button', { name: `Edit ${line.split(',')[0]}`, exact: true }).waitFor();
  }

  async openSheet(row: string | RegExp): Promise<void> {
    await this.tap(this.button('Menu'));
    await this.tap(this.page.getByRole('dialog').getByRole('button', { name: row }));
  }

  async closeSheet(): Promise<void> {
    await this.page.keyboard.press('Escape');
    await this.page.getByRole('dialog').waitFor({ state: 'detached' });
  }
}
