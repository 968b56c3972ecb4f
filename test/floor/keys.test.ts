/// <reference lib="dom" />
import type { Page } from 'playwright-core';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { TABLET, openPage, openPanel, type Opened } from '../fixtures/browser.js';
import { addGuest, found, hideButton, sees, showButton, tap, tile, tiles } from './booth.js';
import { simulatorBooth } from './simulatorBooth.js';

const GUEST = 'Grace Hopper';

const { server, browser } = await simulatorBooth();
let opened: Opened;
let page: Page;
beforeAll(async () => {
  opened = await openPanel(browser, server, TABLET);
  ({ page } = opened);
  // Somebody has to show the names.
  await openPage(browser, server.overlay(), TABLET);
  await tiles(page).first().waitFor();
});
afterEach(() => expect(opened.errors).toEqual([]));

const start = () => page.getByRole('button', { name: /^Record/ });
const sheet = () => page.getByRole('dialog', { name: 'Keys' });
const slotsOf = (action: string) => sheet().getByRole('button', { name: `${action}: ` });
const next = () => page.locator('[data-action~="go"]');
const arm = () => page.getByRole('button', { name: `next ${GUEST}`, exact: true });

async function names(): Promise<readonly string[]> {
  return tiles(page).locator('.name').allTextContents();
}

/** The armed name is on air. */
async function isShown(): Promise<void> {
  await hideButton(page, GUEST).waitFor();
}

describe('keys', () => {
  it('are for the field while somebody types', async () => {
    const [first = ''] = await names();
    await tap(tile(page, first));
    await sees(page, first);
    await tap(page.getByRole('button', { name: '+ Guest' }));
    const field = page.getByLabel('Name, as it goes on air');
    await field.focus();
    await page.keyboard.type('R2 b.');
    await page.keyboard.press('F5');
    expect(await field.inputValue()).toBe('R2 b.');
    await page.keyboard.press('Escape');
    await field.waitFor({ state: 'detached' });
    await sees(page, first);
    expect(await start().isVisible()).toBe(true);
  });

  it('GO is Space, whatever has the focus, once however long it is down', async () => {
    await addGuest(page, GUEST);
    await tap(arm());
    await next().and(page.locator(':enabled')).waitFor();
    await found(next());
    // By Tab, as somebody without a mouse: Space would press it.
    await page.getByRole('button', { name: 'Menu' }).focus();
    await page.keyboard.down('Space');
    await page.keyboard.down('Space');
    await page.keyboard.up('Space');
    await isShown();
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  it('Enter presses a button that has the focus once, however long it is down', async () => {
    await tap(hideButton(page, GUEST));
    await found(showButton(page, GUEST));
    await showButton(page, GUEST).focus();
    await page.keyboard.down('Enter');
    await found(hideButton(page, GUEST));
    await page.keyboard.down('Enter');
    await page.keyboard.up('Enter');
    await found(hideButton(page, GUEST));
  });

  it('a tapped button does not keep the focus', async () => {
    await tap(tiles(page).first());
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
  });

  it('of a clicker: back takes the name off, forward is GO, the rest does nothing', async () => {
    await found(hideButton(page, GUEST));
    await page.keyboard.press('PageUp');
    await found(showButton(page, GUEST));
    await page.evaluate(() => (document.title = 'not reloaded'));
    for (const key of ['F5', 'Escape', 'Period', 'KeyB']) await page.keyboard.press(key);
    expect(await page.title()).toBe('not reloaded');
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  it('can be another: a key that is taken is taken only when somebody says so, and both are kept', async () => {
    await page.keyboard.press('Shift+Slash');
    await tap(slotsOf('Mark this moment').first());
    await page.keyboard.press('F5');
    await sheet().getByText('Clickers send this key').waitFor();
    await page.keyboard.press('KeyR');
    await sheet().getByText('R is “Start recording; held: stop”').waitFor();
    expect(await slotsOf('Start recording; held: stop').first().textContent()).toMatch(/R$/u);
    await tap(sheet().getByRole('button', { name: 'Take it' }));
    expect(await slotsOf('Mark this moment').first().textContent()).toMatch(/R$/u);
    expect(await slotsOf('Start recording; held: stop').first().textContent()).toMatch(/no key$/u);
    await tap(slotsOf('Start recording; held: stop').first());
    await page.keyboard.press('F8');
    await page.reload();
    await found(start());
    await page.keyboard.press('KeyR');
    await page.keyboard.press('F8');
    await page.getByText('REC 0:').waitFor();
  });

  it('go back to the defaults, and bad ones that were kept are set aside with a word', async () => {
    await page.keyboard.press('Shift+Slash');
    await tap(sheet().getByRole('button', { name: 'Reset to defaults' }));
    expect(await slotsOf('Start recording; held: stop').first().textContent()).toMatch(/R$/u);
    await page.evaluate(() => localStorage.setItem('showfloor.keys', '{"changes":7}'));
    await page.reload();
    await tiles(page).first().waitFor();
    await page.keyboard.press('Shift+Slash');
    await sheet().getByText('could not be read').waitFor();
    await page.keyboard.press('Escape');
  });

  it('on a device with a clicker only forward and back act, over a sheet too', async () => {
    await tap(arm());
    await next().and(page.locator(':enabled')).waitFor();
    await page.keyboard.press('Shift+Slash');
    await tap(sheet().getByRole('button', { name: 'Clicker on this device' }));
    await page.keyboard.press('Escape');
    await page.keyboard.press('PageDown');
    await page.getByRole('button', { name: /tap: off/, includeHidden: true }).waitFor();
    expect(await sheet().isVisible()).toBe(true);
    await tap(sheet().getByRole('button', { name: 'Close', exact: true }));
    await page.getByRole('button', { name: 'CLICKER' }).waitFor();
    const [first = ''] = await names();
    await tap(tile(page, first));
    await sees(page, first);
    await page.keyboard.press('Digit2');
    await page.keyboard.press('Shift+Slash');
    await found(tile(page, first));
    expect(await page.getByRole('dialog').count()).toBe(0);
    await sees(page, first);
  });

  it('are said to be off while the page has not got the keyboard', async () => {
    await page.evaluate(() => {
      Object.defineProperty(document, 'hasFocus', { value: () => false, configurable: true });
      dispatchEvent(new Event('blur'));
    });
    await page.getByRole('button', { name: 'KEYS OFF' }).waitFor();
  });
});

describe('the edit lock', () => {
  it('stands before the editor of a guest, says so, and can be taken off there', async () => {
    await tap(page.getByRole('button', { name: 'Menu' }));
    await tap(page.getByRole('button', { name: 'Edit lock' }));
    await tap(page.getByRole('button', { name: 'Close', exact: true }));
    await tap(page.getByRole('button', { name: `Edit ${GUEST}` }));
    const refused = page.getByRole('dialog', { name: 'Edit lock' });
    await refused.waitFor();
    await tap(refused.getByRole('button', { name: 'Switch the edit lock off' }));
    await page.getByRole('dialog', { name: 'Edit guest' }).waitFor();
    await page.keyboard.press('Escape');
  });
});
