/// <reference lib="dom" />
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startDisplay, type Display } from '../../scripts/headless/display.js';
import { browserPath } from '../fixtures/browser.js';
import { Booth, SOON, addGuest, hideButton, showButton, tap } from './booth.js';

const CANVAS = { width: 640, height: 360 };
/** Fewest pixels of the accent bar that a strap of one person has in a picture of that size. */
const FEWEST_PIXELS = 40;

let display: Display;
let booth: Booth;
let source: BrowserContext;
const profile = mkdtempSync(join(tmpdir(), 'showfloor-source-'));

beforeAll(async () => {
  display = await startDisplay(CANVAS);
  booth = await Booth.open(display.name);
  source = await chromium.launchPersistentContext(profile, {
    executablePath: browserPath(),
    headless: false,
    viewport: null,
    env: { ...process.env, DISPLAY: display.name },
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--kiosk',
      '--window-position=0,0',
      `--window-size=${CANVAS.width},${CANVAS.height}`,
    ],
  });
  const page = source.pages()[0] ?? (await source.newPage());
  await page.goto(booth.server.overlay());
  // As OBS injects its custom CSS. The green is keyed out: Debian's OBS has no browser source of its own.
  await page.addStyleTag({ content: 'html, body { background: #00ff00 !important; }' });
});
afterAll(async () => {
  await source.close();
  await booth.close();
  await display.stop();
  rmSync(profile, { recursive: true, force: true });
});
afterEach(() => booth.checkObs());

/** How many pixels of OBS's own program picture have the strap's accent colour. */
async function accentPixels(viewer: Page): Promise<number> {
  const { imageData } = await booth.hand.call('GetSourceScreenshot', {
    sourceName: await booth.programScene(),
    imageFormat: 'png',
    imageWidth: CANVAS.width,
    imageHeight: CANVAS.height,
  });
  return viewer.evaluate(async (url) => {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.width;
    canvas.height = image.height;
    const context = canvas.getContext('2d');
    context?.drawImage(image, 0, 0);
    const { data } = context?.getImageData(0, 0, image.width, image.height) ?? { data: [] };
    let count = 0;
    for (let at = 0; at < data.length; at += 4) {
      const [red = 0, green = 0, blue = 0] = [data[at], data[at + 1], data[at + 2]];
      if (red > 225 && green > 185 && green < 240 && blue > 20 && blue < 110) count += 1;
    }
    return count;
  }, imageData);
}

describe('in the picture that OBS records and streams', () => {
  it('the name that a tap shows is there, and gone when a tap hides it', async () => {
    const viewer = await booth.browser.newPage();
    const { page } = await booth.panel();
    await booth.hand.call('SetCurrentProgramScene', { sceneName: 'Holding' });
    await expect.poll(() => booth.programScene(), SOON).toBe('Holding');
    expect(await accentPixels(viewer)).toBe(0);
    await addGuest(page, 'Grace Hopper');
    await tap(showButton(page, 'Grace Hopper'));
    await expect.poll(() => accentPixels(viewer), SOON).toBeGreaterThan(FEWEST_PIXELS);
    await tap(hideButton(page, 'Grace Hopper'));
    await expect.poll(() => accentPixels(viewer), SOON).toBe(0);
  });
});
