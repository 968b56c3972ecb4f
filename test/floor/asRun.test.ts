import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { axeFinds } from '../fixtures/axe.js';
import { FULL_HD, TABLET, openPage, openPanel } from '../fixtures/browser.js';
import { addGuest, hideButton, sees, showButton, tap, tile, tiles } from './booth.js';
import { simulatorBooth } from './simulatorBooth.js';

const { server, browser } = await simulatorBooth();

async function openLog(page: Page) {
  await tap(page.getByRole('button', { name: 'Menu' }));
  await tap(page.getByRole('button', { name: /^As run/ }));
  return page.getByRole('dialog', { name: 'As run' });
}

/** Each line in one row, newest first, without its times. */
async function lines(page: Page): Promise<string[]> {
  const items = await page.getByRole('dialog', { name: 'As run' }).getByRole('listitem').allInnerTexts();
  return items.map((text) => text.replaceAll(/\d+[:\d-]+|–/gu, '').replaceAll(/\s+/gu, ' '));
}

describe('the as-run log', () => {
  it('tells on the panel and in a file what was on air and who did it, through a kill of the server', async () => {
    const [{ page, context, errors }, overlay] = await Promise.all([
      openPanel(browser, server, TABLET),
      openPage(browser, server.overlay(), FULL_HD),
    ]);
    await tiles(page).first().waitFor();
    await tap(tile(page, 'Close-up'));
    await sees(page, 'Close-up');
    await addGuest(page, 'Ada Lovelace');
    await tap(showButton(page, 'Ada Lovelace'));
    await hideButton(page, 'Ada Lovelace').waitFor();
    const log = await openLog(page);
    await log.getByText('NAME', { exact: true }).waitFor();
    expect(await lines(page)).toEqual([
      'NAME STILL ON Ada Lovelace begun by this device',
      'PROGRAM STILL ON Close-up begun by this device',
      'PROGRAM Wide found on air · cut away by this device',
    ]);
    expect(await axeFinds(page)).toEqual([]);

    await server.kill();
    await page.getByText(/NO CONNECTION/).waitFor();
    await server.start();
    await log.getByText('found on air').nth(2).waitFor();
    await page.keyboard.press('Escape');
    await tap(hideButton(page, 'Ada Lovelace'));
    await showButton(page, 'Ada Lovelace').waitFor();
    await openLog(page);
    await tap(log.getByText('Names', { exact: true }));
    await log.getByText('taken off').waitFor();
    expect(await lines(page)).toEqual([
      'NAME Ada Lovelace found on air · taken off by this device',
      'NAME LAST KNOWN Ada Lovelace begun by this device · the server was away',
    ]);
    expect(await axeFinds(page)).toEqual([]);

    const [file] = await Promise.all([page.waitForEvent('download'), log.getByText('Download CSV').tap()]);
    expect(file.suggestedFilename()).toMatch(/^showfloor-as-run-\d{4}-\d\d-\d\d\.csv$/);
    const csv = readFileSync(await file.path(), 'utf8');
    expect(csv.match(/"Names","Ada Lovelace"/g)).toHaveLength(2);
    expect(csv).toMatch(/"begun","Tablet","the server was away","","last known"\r\n/);
    expect(errors.filter((error) => !error.includes('ERR_CONNECTION_REFUSED'))).toEqual([]);
    await Promise.all([context.close(), overlay.context.close()]);
  });
});
