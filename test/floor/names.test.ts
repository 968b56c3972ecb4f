/// <reference lib="dom" />
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { AsRunLine } from '../../server/protocol/asRun.js';
import { READINGS } from '../../server/protocol/codes/asRun.js';
import { Booth, SOON, addGuest, hideButton, showButton, tap } from './booth.js';

let booth: Booth;
beforeAll(async () => {
  booth = await Booth.open(null);
});
afterAll(() => booth.close());
afterEach(() => booth.checkObs());

const LONG_ARABIC = 'محمد عبد الرحمن بن عبد العزيز آل سعود الدمشقي الأنصاري 🎤 الكبير';

/** Whether the text is on the overlay, whole: inside the picture and not cut off. */
async function isWholeOn(page: Page, text: string): Promise<boolean> {
  const box = await page.getByText(text, { exact: false }).first().boundingBox();
  return box !== null && box.x >= 0 && box.y >= 0 && box.x + box.width <= 1920 && box.y + box.height <= 1080;
}

describe('a name', () => {
  it('is typed on the tablet, put on air by a tap, and taken off by another', async () => {
    const [{ page, context }, overlay] = await Promise.all([booth.panel(), booth.overlay()]);
    await addGuest(page, 'Grace Hopper');
    await tap(showButton(page, 'Grace Hopper'));
    await overlay.page.getByText('Grace Hopper').waitFor();
    await tap(hideButton(page, 'Grace Hopper'));
    await overlay.page.getByText('Grace Hopper').waitFor({ state: 'detached' });
    await showButton(page, 'Grace Hopper').waitFor();
    expect(overlay.errors).toEqual([]);
    await Promise.all([context.close(), overlay.context.close()]);
  });

  it('of two people goes on air by one tap as they sit, and a typo is corrected there when asked', async () => {
    const [{ page, context }, overlay] = await Promise.all([booth.panel(), booth.overlay()]);
    const field = page.getByLabel('Add a guest: name, title, organisation');
    for (const line of ['Radia Perlmna, Networks', 'Mary Shelley']) {
      await field.fill(line);
      await field.press('Enter');
      await expect.poll(() => field.inputValue(), SOON).toBe('');
    }
    await page.locator('.next').getByText('Mary Shelley').waitFor();
    for (const name of ['Mary Shelley', 'Radia Perlmna']) {
      const row = page
        .getByRole('listitem')
        .filter({ has: page.getByRole('button', { name: `Edit ${name}` }) });
      await tap(row.getByRole('button', { name: /^seat/ }));
    }
    await tap(page.getByRole('button', { name: /^2 Radia/ }));
    await tap(page.getByRole('button', { name: /^SHOW BOTH/ }));
    await overlay.page.getByText('Mary Shelley').waitFor();
    const names = () => overlay.page.locator('.full').allInnerTexts();
    expect(await names()).toEqual(['Radia Perlmna', 'Mary Shelley']);
    await tap(page.getByRole('button', { name: 'Edit Radia Perlmna' }));
    await page.getByLabel('Name, as it goes on air').fill('Radia Perlman');
    await tap(page.getByRole('button', { name: 'Correct on air too' }));
    await expect.poll(names, SOON).toEqual(['Radia Perlman', 'Mary Shelley']);
    await tap(page.getByRole('button', { name: /^HIDE BOTH/ }));
    await overlay.page.getByText('Mary Shelley').waitFor({ state: 'detached' });
    await Promise.all([context.close(), overlay.context.close()]);
  });

  it.each([
    ['in Arabic with an emoji and more than sixty letters', LONG_ARABIC],
    ['that is markup', '<img src=x onerror=alert(1)> & <b>Bobby</b>'],
    ['of one word of eighty letters', 'Wolfeschlegelsteinhausenbergerdorff'.repeat(3).slice(0, 80)],
  ])('%s is shown whole, as it was typed', async (_, name) => {
    const [{ page, context }, overlay] = await Promise.all([booth.panel(), booth.overlay()]);
    await addGuest(page, name);
    await tap(showButton(page, name));
    await overlay.page.getByText(name).first().waitFor();
    await expect.poll(() => isWholeOn(overlay.page, name), SOON).toBe(true);
    expect(await overlay.page.locator('img').count()).toBe(0);
    // Its own pictures are blobs: markup in a name would make another one.
    expect(await page.locator('img:not([src^="blob:"])').count()).toBe(0);
    await tap(hideButton(page, name));
    await overlay.page.getByText(name).first().waitFor({ state: 'detached' });
    await Promise.all([context.close(), overlay.context.close()]);
  });

  it('is refused in a sentence while no overlay is alive, and does not come up when one is', async () => {
    const { page, context } = await booth.panel();
    await addGuest(page, 'Ada Lovelace');
    await page.getByText('NO OVERLAY', { exact: true }).waitFor();
    await tap(showButton(page, 'Ada Lovelace'));
    await page.getByText('No overlay is alive').first().waitFor();
    const overlay = await booth.overlay();
    await page.getByText('NO OVERLAY', { exact: true }).waitFor({ state: 'detached' });
    expect(await overlay.page.getByText('Ada Lovelace').count()).toBe(0);
    await Promise.all([context.close(), overlay.context.close()]);
  });

  it('stays on air through a reload of the overlay, without being animated in again', async () => {
    const [{ page, context }, overlay] = await Promise.all([booth.panel(), booth.overlay()]);
    await tap(page.getByRole('button', { name: 'Auto-off' }));
    await tap(page.getByRole('button', { name: 'Auto-off 15 s' }));
    await page.getByRole('button', { name: 'Auto-off stays' }).waitFor();
    await addGuest(page, 'Katherine Johnson');
    await tap(showButton(page, 'Katherine Johnson'));
    await overlay.page.getByText('Katherine Johnson').waitFor();
    await hideButton(page, 'Katherine Johnson').waitFor();
    await countAnimations(overlay.page);
    await overlay.page.reload();
    await overlay.page.getByText('Katherine Johnson').waitFor();
    expect(await animations(overlay.page)).toBe(0);
    await Promise.all([context.close(), overlay.context.close()]);
  });

  it('stays on air through a kill of the server, and comes off by a tap after', async () => {
    const [{ page, context }, overlay] = await Promise.all([booth.panel(), booth.overlay()]);
    await tap(hideButton(page, 'Katherine Johnson'));
    await tap(showButton(page, 'Grace Hopper'));
    await overlay.page.getByText('Grace Hopper').waitFor();
    await hideButton(page, 'Grace Hopper').waitFor();
    await booth.server.kill();
    await page.getByText(/NO CONNECTION/).waitFor();
    expect(await overlay.page.getByText('Grace Hopper').count()).toBe(1);
    await countAnimations(overlay.page);
    await booth.server.start();
    await page.getByText(/NO CONNECTION/).waitFor({ state: 'detached' });
    await hideButton(page, 'Grace Hopper').waitFor();
    expect(await overlay.page.getByText('Grace Hopper').count()).toBe(1);
    const late = await booth.overlay();
    await late.page.getByText('Grace Hopper').waitFor();
    await tap(hideButton(page, 'Grace Hopper'));
    for (const one of [overlay, late]) {
      await one.page.getByText('Grace Hopper').waitFor({ state: 'detached' });
    }
    await expect
      .poll(() => graceInTheLog(), SOON)
      .toEqual([
        ['found', 'hidden by Tablet'],
        ['device by Tablet', 'server-away'],
      ]);
    await Promise.all([context.close(), overlay.context.close(), late.context.close()]);
  });
});

/** How she came on air and went the last two times, by the as-run log, newest first. */
async function graceInTheLog(): Promise<(string | null)[][]> {
  const secret = await booth.server.device('viewer', 'Reader');
  const headers = { authorization: `Bearer ${secret}` };
  const response = await fetch(`${booth.server.url}${READINGS.asRun.path}`, { headers });
  // What the route answers.
  const { lines } = (await response.json()) as { lines: AsRunLine[] };
  const did = (done: AsRunLine['begun' | 'ended']) =>
    done && [done.how, done.by?.name].filter((word) => word !== undefined).join(' by ');
  return lines
    .filter(({ title }) => title === 'Grace Hopper')
    .slice(0, 2)
    .map(({ begun, ended }) => [did(begun), did(ended)]);
}

/** Counts what is animated from now on, also after a reload. */
async function countAnimations(page: Page): Promise<void> {
  const install = () => {
    Object.assign(globalThis, { animations: 0 });
    Element.prototype.animate = new Proxy(Reflect.get(Element.prototype, 'animate'), {
      apply(animate, element, args) {
        Object.assign(globalThis, { animations: Number(Reflect.get(globalThis, 'animations')) + 1 });
        return Reflect.apply(animate, element, args);
      },
    });
  };
  await page.addInitScript(install);
  await page.evaluate(install);
}

function animations(page: Page): Promise<number> {
  return page.evaluate(() => Number(Reflect.get(globalThis, 'animations')));
}
