/// <reference lib="dom" />
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { axeFinds } from '../fixtures/axe.js';
import { TABLET, openPanel } from '../fixtures/browser.js';
import { addGuest, tap, tiles } from './booth.js';
import { simulatorBooth } from './simulatorBooth.js';

const SIZES = [TABLET, { width: 820, height: 1180 }, { width: 390, height: 844 }];
const LONGEST = 'Wolfeschlegelsteinhausenbergerdorff von der Hohenzollernstraße-Überlingen';

const { server, browser } = await simulatorBooth();

describe.each(SIZES)('the panel at $width x $height', (size) => {
  it('has nothing that axe finds, in the dark and in daylight, and nothing that leaves the screen sideways', async () => {
    const { page, context, errors } = await openPanel(browser, server, size);
    await tiles(page).first().waitFor();
    await addGuest(page, `${LONGEST} ${size.width}`);
    await tap(page.getByRole('button', { name: 'seat –' }).first());
    await page.getByRole('button', { name: 'changes places' }).first().waitFor();
    expect(await axeFinds(page)).toEqual([]);
    await wearDaylight(page);
    expect(await axeFinds(page)).toEqual([]);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    expect(errors).toEqual([]);
    await context.close();
  });

  it('has nothing that axe finds in the key map and under the touch lock', async () => {
    const { page, context } = await openPanel(browser, server, size);
    await tiles(page).first().waitFor();
    await page.keyboard.press('Shift+Slash');
    await tap(page.getByRole('dialog').getByRole('button', { name: 'Mark this moment' }).first());
    expect(await axeFinds(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await tap(page.getByRole('dialog').getByRole('button', { name: 'Close', exact: true }));
    await tap(page.getByRole('button', { name: 'Touch lock' }));
    await page.getByRole('dialog', { name: 'TOUCH LOCKED' }).waitFor();
    expect(await axeFinds(page)).toEqual([]);
    await context.close();
  });

  it('has targets that a thumb can hit', async () => {
    const { page, context } = await openPanel(browser, server, size);
    await tiles(page).first().waitFor();
    const small = await page.getByRole('button').evaluateAll((buttons) =>
      buttons
        .map((button) => ({ text: button.textContent, box: button.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 0 && (box.width < 48 || box.height < 48))
        .map(({ text, box }) => `${text} ${box.width}x${box.height}`),
    );
    expect(small).toEqual([]);
    const live = await tiles(page).evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
    expect(Math.min(...live)).toBeGreaterThanOrEqual(72);
    await context.close();
  });
});

describe('the live page on a tablet in landscape', () => {
  it('does not scroll', async () => {
    const { page, context } = await openPanel(browser, server, TABLET);
    await tiles(page).first().waitFor();
    const overflow = await page.evaluate(() => document.documentElement.scrollHeight - innerHeight);
    expect(overflow).toBeLessThanOrEqual(0);
    await context.close();
  });
});

describe('a sheet that is no part of the first load', () => {
  it('comes by itself soon after, and opens when the network has gone since', async () => {
    const { page, context } = await openPanel(browser, server, TABLET);
    const parts = [/KeyMapSheet.*\.js$/, /KeyMapSheet.*\.css$/].map((part) => page.waitForResponse(part));
    for (const response of await Promise.all(parts)) await response.finished();
    await context.setOffline(true);
    await page.keyboard.press('Shift+Slash');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
    await context.close();
  });

  it('says so when the server cannot give it, and comes when it can again', async () => {
    const { page, context } = await openPanel(browser, server, TABLET);
    await page.route(/KeyMapSheet.*\.js$/, (route) => route.abort());
    await tiles(page).first().waitFor();
    await page.keyboard.press('Shift+Slash');
    await page.getByRole('alert').filter({ hasText: 'could not be loaded' }).waitFor();
    await page.unroute(/KeyMapSheet.*\.js$/);
    await tap(page.getByRole('dialog').getByRole('button', { name: 'Close' }));
    await page.keyboard.press('Shift+Slash');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
    await context.close();
  });
});

/** As the crew does: by the menu. */
async function wearDaylight(page: Page): Promise<void> {
  await tap(page.getByRole('button', { name: 'Menu' }));
  await tap(page.getByRole('button', { name: 'Theme' }));
  await page.keyboard.press('Escape');
  await page.locator('html[data-theme=daylight]').waitFor();
}
