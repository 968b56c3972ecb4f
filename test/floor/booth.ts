import { join } from 'node:path';
import Database from 'libsql';
import OBSWebSocket from 'obs-websocket-js/json';
import type { Browser, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { z } from 'zod';
import type { HeadlessObs } from '../../scripts/headless/obs.js';
import { SETTLE_MS } from '../../server/protocol/codes.js';
import { startBoothObs } from '../fixtures/boothObs.js';
import { FULL_HD, TABLET, launchBrowser, openPage, openPanel, type Opened } from '../fixtures/browser.js';
import { BuiltServer } from '../fixtures/builtServer.js';

/** How long a true thing may take to show on a loaded two-core machine. */
export const SOON = { timeout: 8000, interval: 50 };

/** A whole booth: a real OBS, the built server, a real Chromium, and somebody at OBS's own mouse. */
export class Booth {
  readonly obs: HeadlessObs;
  readonly server: BuiltServer;
  readonly browser: Browser;
  /** Somebody clicking in OBS: a client of its own, on a connection of its own. */
  readonly hand = new OBSWebSocket();
  #death: string | null = null;

  private constructor(obs: HeadlessObs, server: BuiltServer, browser: Browser) {
    this.obs = obs;
    this.server = server;
    this.browser = browser;
    void obs.died.then((story) => {
      this.#death = story;
    });
  }

  /** `overlayDisplay` is an X display that OBS keys over its program, or null. */
  static async open(overlayDisplay: string | null): Promise<Booth> {
    const obs = await startBoothObs(overlayDisplay);
    const server = new BuiltServer(['--obs', obs.url], { SHOWFLOOR_OBS_PASSWORD: obs.password });
    const [browser] = await Promise.all([launchBrowser(), server.start()]);
    const booth = new Booth(obs, server, browser);
    await booth.takeHand();
    return booth;
  }

  async takeHand(): Promise<void> {
    await this.hand.connect(this.obs.url, this.obs.password);
  }

  async close(): Promise<void> {
    await this.hand.disconnect();
    await this.browser.close();
    await this.server.dispose();
    await this.obs.stop();
  }

  /** An OBS that dies by itself fails the test that it died in. */
  checkObs(): void {
    expect(this.#death).toBeNull();
  }

  /** The panel on a tablet, connected, with OBS's scenes on it. */
  async panel(): Promise<Opened> {
    const opened = await openPanel(this.browser, this.server, TABLET);
    await tile(opened.page, 'Wide').waitFor();
    return opened;
  }

  /** The overlay as OBS's browser source would have it. */
  async overlay(): Promise<Opened> {
    return openPage(this.browser, this.server.overlay(), FULL_HD);
  }

  async programScene(): Promise<string> {
    return (await this.hand.call('GetCurrentProgramScene')).currentProgramSceneName;
  }

  /** How many commands of this name the server has in its journal. */
  journal(command: string): number {
    const db = new Database(join(this.server.data, 'showfloor.db'), { readonly: true });
    try {
      return db.prepare('SELECT at FROM journal WHERE command = ?').all(command).length;
    } finally {
      db.close();
    }
  }

  /** All slices of a noun as they are on the server's disk. */
  slices<T>(noun: string, schema: z.ZodType<T>): T[] {
    const db = new Database(join(this.server.data, 'showfloor.db'), { readonly: true });
    try {
      const rows = db.prepare('SELECT value FROM slices WHERE key LIKE ?').raw().all(`${noun}:%`);
      return rows.map((row) => schema.parse(JSON.parse(String((row as unknown[])[0]))));
    } finally {
      db.close();
    }
  }

  /** Back to where each test begins: Wide on program and nothing recorded. */
  async reset(): Promise<void> {
    const { outputActive } = await this.hand.call('GetRecordStatus');
    if (outputActive) await this.hand.call('StopRecord');
    await this.hand.call('SetCurrentProgramScene', { sceneName: 'Wide' });
    await expect.poll(() => this.programScene(), SOON).toBe('Wide');
    await expect.poll(async () => (await this.hand.call('GetRecordStatus')).outputActive, SOON).toBe(false);
  }
}

/** The tile of a scene. */
export function tile(page: Page, scene: string): Locator {
  return tiles(page).filter({ has: page.getByText(scene, { exact: true }) });
}

export function tiles(page: Page): Locator {
  return page.getByRole('region', { name: 'Scenes' }).getByRole('listitem').getByRole('button');
}

/** Waits until the panel says that this scene is on program. */
export async function sees(page: Page, scene: string): Promise<void> {
  await expect.poll(() => tile(page, scene).getAttribute('aria-pressed'), SOON).toBe('true');
}

/** Types a guest on the panel, as a thumb would. */
export async function addGuest(page: Page, name: string): Promise<void> {
  await tap(page.getByRole('button', { name: '+ Guest' }));
  await page.getByLabel('Name, as it goes on air').fill(name);
  await tap(page.getByRole('button', { name: 'Save' }));
  await showButton(page, name).waitFor();
}

/** The button that puts a guest's name on air, while it is off. */
export function showButton(page: Page, name: string): Locator {
  return nameButton(page, name, false);
}

/** The same button while the name is on air: it takes it off. */
export function hideButton(page: Page, name: string): Locator {
  return nameButton(page, name, true);
}

function nameButton(page: Page, name: string, pressed: boolean): Locator {
  return page
    .getByRole('region', { name: 'Names' })
    .getByRole('button', { pressed })
    .and(page.locator('[aria-busy=false]'))
    .filter({ has: page.getByText(name, { exact: true }), hasText: pressed ? 'tap: off' : 'SHOW' });
}

/** Taps like a person. */
export async function tap(target: Locator): Promise<void> {
  await found(target);
  await target.tap();
}

/** A person needs longer to find a target than the 0.4 s in which a fresh one ignores fingers and keys. */
export async function found(target: Locator): Promise<void> {
  await target.waitFor();
  await target.evaluate((_, ms) => new Promise((look) => setTimeout(look, ms)), SETTLE_MS + 50);
}
