import { describe, expect, it } from 'vitest';
import { FULL_HD, TABLET, openPage, openPanel } from '../fixtures/browser.js';
import { addGuest, hideButton, sees, showButton, tap, tile, tiles } from './booth.js';
import { simulatorBooth } from './simulatorBooth.js';

const { server, browser } = await simulatorBooth();

describe('with the simulator', () => {
  it('every page says SIMULATOR', async () => {
    const pages = [
      await openPanel(browser, server, TABLET),
      await openPage(browser, server.overlay(), FULL_HD),
    ];
    for (const { page, context } of pages) {
      await page.getByText('SIMULATOR').first().waitFor();
      await context.close();
    }
  });

  it('the main job runs: cut, name on and off, record and stop', async () => {
    const { page, context, errors } = await openPanel(browser, server, TABLET);
    const overlay = await openPage(browser, server.overlay(), FULL_HD);
    const names = await tiles(page).locator('.name').allTextContents();
    const second = names[1] ?? '';
    await tap(tile(page, second));
    await sees(page, second);
    await addGuest(page, 'Grace Hopper');
    await tap(showButton(page, 'Grace Hopper'));
    await overlay.page.getByText('Grace Hopper').waitFor();
    await tap(hideButton(page, 'Grace Hopper'));
    await overlay.page.getByText('Grace Hopper').waitFor({ state: 'detached' });
    await tap(page.getByRole('button', { name: /^Record/ }));
    const stop = page.getByRole('button', { name: /^(Stop|Keep holding)\b/ });
    await stop.waitFor();
    await page.getByText('REC 0:00:01').waitFor();
    await stop.focus();
    await page.keyboard.down('Enter');
    await page.getByText('Record again').waitFor();
    await page.keyboard.up('Enter');
    expect([...errors, ...overlay.errors]).toEqual([]);
    await Promise.all([context.close(), overlay.context.close()]);
  });

  it('keeps its show apart from the real one', async () => {
    const { existsSync } = await import('node:fs');
    expect(existsSync(`${server.data}/simulator/showfloor.db`)).toBe(true);
    expect(existsSync(`${server.data}/showfloor.db`)).toBe(false);
  });
});
