import type { Locator, Page } from 'playwright-core';
import { describe, expect, it, onTestFinished } from 'vitest';
import { axeFinds } from '../fixtures/axe.js';
import { FULL_HD, TABLET, openPage, openPanel } from '../fixtures/browser.js';
import { SOON, sees, tap, tile, tiles } from './booth.js';
import { simulatorBooth } from './simulatorBooth.js';
import { Fingers } from './hands.js';

const PHONE = { width: 390, height: 844 };
const SIZES = [TABLET, { width: 820, height: 1180 }, PHONE];

const { server, browser } = await simulatorBooth();

/** A page of a device that nobody knows. */
async function stranger(path: string, size = PHONE): Promise<Page> {
  const { page, context } = await openPage(browser, `${server.url}${path}`, size);
  onTestFinished(() => context.close());
  return page;
}

/** The panel of a producer, with the list of devices open. */
async function producer(size = TABLET): Promise<Page> {
  const { page, context } = await openPanel(browser, server, size);
  onTestFinished(() => context.close());
  await tiles(page).first().waitFor();
  await openDevices(page);
  return page;
}

/** The panel of a paired device of that name. */
async function panelOf(role: 'host' | 'viewer', name: string): Promise<Page> {
  const context = await browser.newContext({ viewport: TABLET, hasTouch: true });
  onTestFinished(() => context.close());
  await context.addCookies([await server.tablet(role, name)]);
  const page = await context.newPage();
  await page.goto(`${server.url}/`);
  await tiles(page).first().waitFor();
  return page;
}

/** From the live page, by one tap in landscape. */
async function openDevices(page: Page): Promise<void> {
  const chip = page.getByRole('button', { name: 'Page connected' });
  if (await chip.isVisible()) await tap(chip);
  else {
    await tap(page.getByRole('button', { name: 'Menu' }));
    await tap(page.getByRole('button', { name: 'Devices' }));
  }
  await sheet(page).waitFor();
}

function sheet(page: Page): Locator {
  return page.getByRole('dialog', { name: 'Devices' });
}

/** A device's line in the list. */
function row(page: Page, name: string): Locator {
  return sheet(page).getByRole('listitem', { name, exact: true });
}

/** Six digits of a code for a new device. */
async function digitsFor(page: Page, role: string): Promise<string> {
  await tap(page.getByRole('button', { name: 'Add a device' }));
  await tap(sheet(page).getByRole('button', { name: role }));
  return digitsOn(page);
}

async function digitsOn(page: Page): Promise<string> {
  const shown = sheet(page).getByText(/^\d{3} \d{3}$/u);
  await shown.waitFor();
  return shown.innerText();
}

describe('a device that is not paired', () => {
  it('is led from the panel to where it can be paired, and sees nothing of the show', async () => {
    const page = await stranger('/');
    await page.getByRole('heading', { name: 'This device is not paired' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/pair');
    expect(await page.getByText('Wide').count()).toBe(0);
  });

  it('becomes one by the printed address, whose code is then gone from the address bar and no longer good', async () => {
    const code = /\/pair#([\w-]+)/u.exec(server.output)?.[1] ?? '';
    const page = await stranger(`/pair#${code}`, TABLET);
    await tiles(page).first().waitFor();
    expect(page.url()).toBe(`${server.url}/`);

    const late = await stranger(`/pair#${code}`);
    await late.getByText('This code is not good, or not any more').waitFor();
    expect(late.url()).toBe(`${server.url}/pair`);
  });

  it('is told what to do when the digits are wrong, and becomes one by the right ones', async () => {
    const desk = await producer();
    const page = await stranger('/pair');
    const field = page.getByLabel('Six digits');
    await field.fill('000000');
    await page.getByText('Ask for a new one').waitFor();

    await field.fill(await digitsFor(desk, 'Host'));
    await tiles(page).first().waitFor();
    await sheet(desk).getByText('✓ Paired:').waitFor();
  });

  it.each(SIZES)('finds nothing in its way at $width x $height', async (size) => {
    const page = await stranger('/pair', size);
    await page.getByLabel('Six digits').waitFor();
    expect(await axeFinds(page)).toEqual([]);
    const { width, height } = (await page.getByRole('button', { name: 'Pair' }).boundingBox()) ?? size;
    expect(width).toBeLessThan(size.width);
    expect(height).toBeGreaterThanOrEqual(48);
  });
});

describe('the devices, for a producer', () => {
  it.each(SIZES)(
    'are legible to everybody at $width x $height, and so is a code for a new one',
    async (size) => {
      const page = await producer(size);
      expect(await axeFinds(page)).toEqual([]);
      await digitsFor(page, 'Viewer');
      expect(await axeFinds(page)).toEqual([]);
    },
  );

  it('can be renamed, and are called so at once', async () => {
    const host = await panelOf('host', 'Nameless');
    const desk = await producer();
    await tap(row(desk, 'Nameless').getByRole('button', { name: 'Rename' }));
    await desk.getByLabel('Name of the device').fill('Stage left');
    await tap(sheet(desk).getByRole('button', { name: 'Save' }));
    await row(desk, 'Stage left').waitFor();

    await tap(host.getByRole('button', { name: 'Page connected' }));
    const here = host.getByRole('dialog', { name: 'Who is connected' });
    await here.getByText('Stage left').waitFor();
    // What only producers see and do.
    expect(await here.getByRole('button').allInnerTexts()).toEqual(['Close']);
  });

  it('end by a hold, and a panel that is open then comes at once to where it can be paired', async () => {
    const host = await panelOf('host', 'Lost tablet');
    const desk = await producer();
    const revoke = row(desk, 'Lost tablet').getByRole('button', { name: 'Revoke' });
    await tap(revoke);
    expect(await row(desk, 'Lost tablet').count()).toBe(1);

    const fingers = await Fingers.on(desk);
    await fingers.press(revoke);
    await host.getByRole('heading', { name: 'This device is no longer paired' }).waitFor();
    await fingers.lift();
    await row(desk, 'Lost tablet').waitFor({ state: 'detached' });
    await host.goto(`${server.url}/`);
    await host.getByRole('heading', { name: 'This device is not paired' }).waitFor();
  });

  it('flash, so that they are found, and the tap that ends it does nothing else', async () => {
    const host = await panelOf('host', 'Behind the screen');
    await tap(tile(host, 'Wide'));
    await sees(host, 'Wide');
    const desk = await producer();
    await tap(row(desk, 'Behind the screen').getByRole('button', { name: 'Flash' }));
    const flash = host.getByRole('alert').filter({ hasText: 'Behind the screen' });
    await flash.waitFor();
    await expect.poll(() => flash.evaluate((it) => getComputedStyle(it).pointerEvents), SOON).toBe('auto');
    const demo = await tile(host, 'Demo').boundingBox();
    await host.touchscreen.tap((demo?.x ?? 0) + 20, (demo?.y ?? 0) + 20);
    await flash.waitFor({ state: 'detached' });
    expect(await tile(host, 'Wide').getAttribute('aria-pressed')).toBe('true');
    await tap(tile(host, 'Demo'));
    await sees(host, 'Demo');
  });

  it('are paired again as what they were, by one tap in the list, and are in it once', async () => {
    const desk = await producer();
    const before = await stranger('/pair');
    await before.getByLabel('Six digits').fill(await digitsFor(desk, 'Viewer'));
    await tiles(before).first().waitFor();
    const name = (await sheet(desk).getByText('✓ Paired:').innerText()).replace('✓ Paired: ', '');
    await tap(sheet(desk).getByRole('button', { name: 'Back to the list' }));
    const known = await row(desk, name).count();

    await tap(row(desk, name).last().getByRole('button', { name: 'Pair again' }));
    const after = await stranger('/pair');
    await after.getByLabel('Six digits').fill(await digitsOn(desk));
    await tiles(after).first().waitFor();
    await before.getByRole('heading', { name: 'This device is no longer paired' }).waitFor();
    await tap(sheet(desk).getByRole('button', { name: 'Back to the list' }));
    expect(await row(desk, name).count()).toBe(known);
  });

  it('include the overlay, which gets an address to copy and shows none of its token', async () => {
    const desk = await producer();
    await tap(desk.getByRole('button', { name: 'Add a device' }));
    await tap(sheet(desk).getByRole('button', { name: 'Overlay' }));
    const address = await sheet(desk).getByLabel('Address of the browser source').inputValue();
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/overlay\/#token=[\w-]{43}$/u);

    const { page, context } = await openPage(browser, address, FULL_HD);
    onTestFinished(() => context.close());
    await sheet(desk).getByText('✓ Paired: OBS').waitFor();
    expect(page.url()).toBe(`${server.url}/overlay/`);
    await page.reload();
    await tap(sheet(desk).getByRole('button', { name: 'Back to the list' }));
    await tap(sheet(desk).getByRole('button', { name: 'Close' }));
    await desk.getByRole('group', { name: 'Overlay' }).getByText('browser only').waitFor();
  });
});
