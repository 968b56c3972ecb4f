/// <reference lib="dom" />
import { describe, expect, it } from 'vitest';
import { FULL_HD, TABLET, openPage, openPanel } from '../fixtures/browser.js';
import { addGuest, hideButton, SOON, sees, showButton, tap, tile, tiles } from './booth.js';
import { simulatorBooth } from './simulatorBooth.js';
import { asleep } from './sleep.js';

const { server, browser } = await simulatorBooth();

/** The panel on a tablet, with its looks on it. */
async function panel() {
  const opened = await openPanel(browser, server, TABLET);
  await tiles(opened.page).first().waitFor();
  return opened;
}

describe('a tablet that comes back', () => {
  it('from another page, by the back button, is right without a tap', async () => {
    const here = await panel();
    const other = await panel();
    const { page } = here;
    await page.evaluate(() => {
      addEventListener('pageshow', ({ persisted }) => (document.title = persisted ? 'cached' : 'loaded'));
    });
    await page.goto(`${server.url}/healthz`);
    await tap(tile(other.page, 'Demo'));
    await sees(other.page, 'Demo');
    // What comes out of the cache is not loaded.
    await page.goBack({ waitUntil: 'commit' });
    await sees(page, 'Demo');
    expect(await page.title()).toBe('cached');
    expect(await tile(page, 'Wide').isEnabled()).toBe(true);
    await Promise.all([here.context.close(), other.context.close()]);
  });

  it('from sleep is right without a tap', async () => {
    const sleeper = await panel();
    const other = await panel();
    const wake = await asleep(sleeper.page);
    await tap(tile(other.page, 'Wide'));
    await sees(other.page, 'Wide');
    await wake();
    await sees(sleeper.page, 'Wide');
    expect(await tile(sleeper.page, 'Demo').isEnabled()).toBe(true);
    await Promise.all([sleeper.context.close(), other.context.close()]);
  });

  it('from a lost connection had its actions off and its age said, and has them again by itself', async () => {
    const { page, context } = await panel();
    await server.kill();
    await page.getByText('NO CONNECTION').first().waitFor();
    expect(await tile(page, 'Demo').isEnabled()).toBe(false);
    await page.getByText('STALE').first().waitFor();
    await server.start();
    await expect.poll(() => tile(page, 'Demo').isEnabled(), SOON).toBe(true);
    await context.close();
  });
});

describe('the screen of a tablet', () => {
  it('is kept awake by a film of nothing from the first tap on, where the browser has no lock', async () => {
    const context = await browser.newContext({ viewport: TABLET, hasTouch: true });
    // As over plain http to an address of the LAN.
    await context.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'wakeLock'));
    await context.addCookies([await server.tablet()]);
    const page = await context.newPage();
    await page.goto(`${server.url}/`);
    await page.getByText('MAY SLEEP').waitFor();
    await tap(tile(page, 'Wide'));
    await page.getByText('AWAKE', { exact: true }).waitFor();
    expect(await page.locator('video').evaluate((film: HTMLVideoElement) => film.paused)).toBe(false);
    await context.close();
  });

  it('keeps the theme that was chosen on it', async () => {
    const { page, context } = await panel();
    await tap(page.getByRole('button', { name: 'Menu' }));
    await tap(page.getByRole('button', { name: 'Theme' }));
    await page.reload();
    await page.locator('html[data-theme=daylight]').waitFor();
    await context.close();
  });
});

describe('who and what went wrong', () => {
  it('stands in the sheets: the devices that are here, and the no that one of them got', async () => {
    const one = await panel();
    const two = await panel();
    await tap(one.page.getByRole('button', { name: '2 here' }));
    await one.page.getByRole('dialog').getByText('this one').waitFor();
    const online = one.page.getByRole('dialog').getByRole('listitem').filter({ hasText: 'online now' });
    expect(await online.count()).toBe(2);
    await one.page.keyboard.press('Escape');
    await addGuest(one.page, 'Grace');
    await tap(showButton(one.page, 'Grace'));
    await one.page.getByText('NOT DONE').waitFor();
    await tap(two.page.getByRole('button', { name: 'Log', exact: true }));
    await two.page.getByRole('dialog').getByText('No overlay is alive').first().waitFor();
    await Promise.all([one.context.close(), two.context.close()]);
  });
});

describe('all off', () => {
  it('says what is still on air while the overlay does not answer, until it does', async () => {
    const overlay = await openPage(browser, server.overlay(), FULL_HD);
    const { page, context } = await panel();
    await addGuest(page, 'Ada');
    await page.getByRole('group', { name: 'Overlay' }).getByText('browser only').waitFor();
    await tap(showButton(page, 'Ada'));
    await hideButton(page, 'Ada').waitFor();
    const wake = await asleep(overlay.page);
    const allOff = page.getByRole('button', { name: 'ALL OFF' });
    await tap(allOff);
    await allOff.getByText('1 still on air: no answer from the overlay').waitFor();
    await wake();
    await allOff.getByText('every graphic').waitFor();
    await Promise.all([context.close(), overlay.context.close()]);
  });
});
