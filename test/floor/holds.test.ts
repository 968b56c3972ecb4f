/// <reference lib="dom" />
import type { Page } from 'playwright-core';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TABLET, openPanel, type Opened } from '../fixtures/browser.js';
import { found, sees, tap, tile, tiles } from './booth.js';
import { Fingers } from './hands.js';
import { simulatorBooth } from './simulatorBooth.js';

/** A little less and a little more than the hold of a recording takes. */
const TOO_SHORT_MS = 400;
const LONG_ENOUGH_MS = 1000;

const { server, browser } = await simulatorBooth();
let opened: Opened;
let page: Page;
let fingers: Fingers;
beforeAll(async () => {
  opened = await openPanel(browser, server, TABLET);
  ({ page } = opened);
  fingers = await Fingers.on(page);
  await tap(start());
});
beforeEach(() => found(stop()));
afterEach(() => expect(opened.errors).toEqual([]));

const start = () => page.getByRole('button', { name: /^Record/ });
const stop = () => page.getByRole('button', { name: /^(Stop|Keep holding)\b/ });
const keepHolding = () => page.getByText('Keep holding');

/** Whatever was held is cancelled with this word, and nothing stops however long it rests on. */
async function isCancelled(word: string): Promise<void> {
  await stop().getByText(word).waitFor();
  await fingers.rest(LONG_ENOUGH_MS);
  await page.getByText('REC 0:').waitFor();
  expect(await stop().isVisible()).toBe(true);
}

describe('a hold by finger', () => {
  it('is cancelled by a second finger anywhere', async () => {
    await fingers.press(stop());
    await keepHolding().waitFor();
    await fingers.press(page.getByRole('region', { name: 'Messages' }));
    await isCancelled('one finger only');
    await fingers.lift();
  });

  it('does not begin under a second finger', async () => {
    await fingers.press(page.getByRole('region', { name: 'Messages' }));
    await fingers.press(stop());
    await isCancelled('one finger only');
    await fingers.lift();
  });

  it('is cancelled when the finger leaves the button, also when it comes back', async () => {
    await fingers.press(stop());
    await keepHolding().waitFor();
    await fingers.move({ x: 600, y: 300 });
    await isCancelled('left the button');
    await fingers.lift();
  });

  it('is cancelled when the system takes the touch', async () => {
    await fingers.press(stop());
    await keepHolding().waitFor();
    await fingers.cancel();
    await isCancelled('interrupted');
  });

  it('is cancelled when the page loses the focus', async () => {
    await fingers.press(stop());
    await keepHolding().waitFor();
    await page.evaluate(() => dispatchEvent(new Event('blur')));
    await isCancelled('interrupted');
    await fingers.lift();
  });

  it('is cancelled when the tablet is turned', async () => {
    await fingers.press(stop());
    await keepHolding().waitFor();
    await page.setViewportSize({ width: 820, height: 1180 });
    await isCancelled('interrupted');
    await fingers.lift();
    await page.setViewportSize(TABLET);
  });

  it('is cancelled when it ends too early', async () => {
    await fingers.press(stop());
    await fingers.rest(TOO_SHORT_MS);
    await fingers.lift();
    await isCancelled('too short');
  });
});

describe('a hold by key', () => {
  it('is cancelled when the key comes up too early, and by a finger', async () => {
    await page.keyboard.down('KeyR');
    await fingers.rest(TOO_SHORT_MS);
    await page.keyboard.up('KeyR');
    await isCancelled('too short');
    await page.keyboard.down('KeyR');
    await keepHolding().waitFor();
    await fingers.press(page.getByRole('region', { name: 'Messages' }));
    await isCancelled('one finger only');
    await fingers.lift();
    await page.keyboard.up('KeyR');
  });

  it('stops, and a key that is still down neither starts nor stops again by auto-repeat', async () => {
    await page.keyboard.down('KeyR');
    await start().waitFor();
    await found(start());
    await page.keyboard.down('KeyR');
    await fingers.rest(LONG_ENOUGH_MS);
    expect(await start().isVisible()).toBe(true);
    await page.keyboard.up('KeyR');
    await page.keyboard.down('KeyR');
    await stop().waitFor();
    // Held on, it is the key that started it: no fresh press, no stop.
    await page.keyboard.down('KeyR');
    await fingers.rest(LONG_ENOUGH_MS);
    expect(await stop().isVisible()).toBe(true);
    await page.keyboard.up('KeyR');
  });
});

describe('the touch lock', () => {
  const lock = () => page.getByRole('button', { name: 'Touch lock' });
  const locked = () => page.getByRole('dialog', { name: 'TOUCH LOCKED' });
  const unlock = () => locked().getByRole('button');

  it('keeps hands off everything, and keys go on', async () => {
    const names = await tiles(page).locator('.name').allTextContents();
    const [first = '', second = '', third = ''] = names;
    await tap(tile(page, first));
    await sees(page, first);
    await tap(lock());
    await locked().waitFor();
    await fingers.press(tile(page, second));
    await fingers.lift();
    await fingers.press(stop());
    await fingers.rest(LONG_ENOUGH_MS);
    await fingers.lift();
    await page.keyboard.press('Digit3');
    await sees(page, third);
    await page.getByText('REC 0:').waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Shift+Slash');
    await locked().waitFor();
    expect(await page.getByRole('dialog').count()).toBe(1);
  });

  it('outlives a reload, and opens by a long hold only', async () => {
    await page.reload();
    await locked().waitFor();
    await fingers.press(unlock());
    await fingers.rest(LONG_ENOUGH_MS);
    await fingers.lift();
    await locked().getByText('too short').waitFor();
    await fingers.press(unlock());
    await locked().waitFor({ state: 'detached' });
    await fingers.lift();
    await stop().waitFor();
  });
});
