import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { axeFinds } from '../fixtures/axe.js';
import { TABLET, openPanel } from '../fixtures/browser.js';
import { addGuest, tap, tiles } from './booth.js';
import { simulatorBooth } from './simulatorBooth.js';

const { server, browser } = await simulatorBooth();

async function openTakes(page: Page) {
  await tap(page.getByRole('button', { name: 'Menu' }));
  await tap(page.getByRole('button', { name: /^Takes/ }));
  return page.getByRole('dialog', { name: 'Takes' });
}

describe('the list of takes', () => {
  it('says that there is none yet, and then of each what it is called, who stopped it, and of its file', async () => {
    const { page, context } = await openPanel(browser, server, TABLET);
    await tiles(page).first().waitFor();
    const list = await openTakes(page);
    await list.getByText('Nothing was recorded yet').waitFor();
    expect(await axeFinds(page)).toEqual([]);
    await page.keyboard.press('Escape');

    await addGuest(page, 'Ada');
    await tap(page.getByRole('button', { name: /^Record/ }));
    await page.getByText('REC 0:00:02').waitFor();
    await tap(page.getByRole('button', { name: /^Mark/ }));
    const stop = page.getByRole('button', { name: /^(Stop|Keep holding)\b/ });
    await stop.hover();
    await page.mouse.down();
    await page.getByRole('button', { name: /^Record again/ }).waitFor();
    await page.mouse.up();

    await openTakes(page);
    const row = list.getByRole('listitem');
    await row.getByText(/stopped on this device/).waitFor();
    expect(await row.count()).toBe(1);
    const says = await row.innerText();
    expect(says).toMatch(/DONE/);
    expect(says).toMatch(/\d{4}-\d\d-\d\d \d\d-\d\d Take 01/);
    expect(says).toMatch(/not seen on disk · 1 mark/);
    expect(await axeFinds(page)).toEqual([]);
    await context.close();
  });
});
