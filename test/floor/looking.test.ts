/// <reference lib="dom" />
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Booth, SOON, tile } from './booth.js';

let booth: Booth;
beforeAll(async () => {
  booth = await Booth.open(null);
});
afterAll(() => booth.close());
beforeEach(() => booth.reset());
afterEach(() => booth.checkObs());

/** The program picture that the page shows: another address is another picture. */
const programPicture = (page: Page) =>
  page.getByRole('group', { name: 'PROGRAM' }).locator('img').getAttribute('src');

describe('the pictures on the panel', () => {
  it('show every scene, and program moving', async () => {
    const { page, context, errors } = await booth.panel();
    for (const scene of ['Wide', 'Close-up', 'Demo', 'Holding']) {
      const width = () =>
        tile(page, scene)
          .locator('img')
          .evaluate((img: HTMLImageElement) => img.naturalWidth);
      await expect.poll(width, SOON).toBe(320);
    }
    const first = await programPicture(page);
    await expect.poll(() => programPicture(page), SOON).not.toBe(first);
    expect(errors).toEqual([]);
    await context.close();
  });

  it('are marked old when OBS hangs, and come again when it goes on', async () => {
    const { page, context } = await booth.panel();
    const old = page.getByRole('group', { name: 'PROGRAM' }).locator('.old');
    await page.getByRole('group', { name: 'PROGRAM' }).locator('img').waitFor();
    booth.obs.pause();
    await old.waitFor();
    booth.obs.resume();
    await old.waitFor({ state: 'detached' });
    await context.close();
  });
});

describe('who is here', () => {
  it('is counted on every panel', async () => {
    const one = await booth.panel();
    await one.page.getByText('only you').waitFor();
    const two = await booth.panel();
    await one.page.getByText('2 here').waitFor();
    await two.context.close();
    await one.page.getByText('only you').waitFor();
    await one.context.close();
  });
});
