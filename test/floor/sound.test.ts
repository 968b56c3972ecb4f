/// <reference lib="dom" />
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Booth, SOON, sees, tap, tile } from './booth.js';

let booth: Booth;
beforeAll(async () => {
  booth = await Booth.open(null);
});
afterAll(() => booth.close());
beforeEach(async () => {
  await booth.reset();
  for (const inputName of ['Host mic', 'Guest mic']) {
    // Muted and opened: what an earlier test held is let go.
    for (const inputMuted of [true, false]) await booth.hand.call('SetInputMute', { inputName, inputMuted });
    await booth.hand.call('SetInputVolume', { inputName, inputVolumeDb: 0 });
  }
});
afterEach(() => booth.checkObs());

const isMuted = async (inputName: string) =>
  (await booth.hand.call('GetInputMute', { inputName })).inputMuted;

function mic(page: Page, name: string): Locator {
  return page
    .getByRole('region', { name: 'Sound' })
    .getByRole('button', { name: /OPEN|MUTED/u })
    .filter({ has: page.getByText(name, { exact: true }) });
}

describe('sound on the real OBS', () => {
  it('a tap mutes the mic in OBS, the strip says so, and another opens it', async () => {
    const { page, context, errors } = await booth.panel();
    await tap(mic(page, 'Host mic').filter({ hasText: /OPEN/u }));
    await mic(page, 'Host mic')
      .filter({ hasText: /MUTED/u })
      .filter({ hasText: 'no look opens it' })
      .waitFor();
    expect(await isMuted('Host mic')).toBe(true);
    expect(await isMuted('Guest mic')).toBe(false);
    await tap(mic(page, 'Host mic').filter({ hasText: /MUTED/u }));
    await mic(page, 'Host mic').filter({ hasText: /OPEN/u }).waitFor();
    expect(await isMuted('Host mic')).toBe(false);
    expect(errors).toEqual([]);
    await context.close();
  });

  it('a mute by somebody at OBS shows, and who speaks into it is told', async () => {
    const { page, context } = await booth.panel();
    await mic(page, 'Guest mic').waitFor();
    await booth.hand.call('SetInputMute', { inputName: 'Guest mic', inputMuted: true });
    await mic(page, 'Guest mic').filter({ hasText: /MUTED/u }).filter({ hasText: 'SPEAKING' }).waitFor();
    await context.close();
  });

  it('a fader goes from where it was: a touch alone moves nothing, a drag moves it', async () => {
    const { page, context } = await booth.panel();
    await booth.hand.call('SetInputVolume', { inputName: 'Host mic', inputVolumeDb: -15 });
    await tap(page.getByRole('button', { name: 'Faders' }));
    const fader = page.getByRole('slider', { name: 'Fader of Host mic' });
    await expect.poll(() => fader.getAttribute('aria-valuetext'), SOON).toBe('−15.0 dB');
    const box = await fader.boundingBox();
    if (box === null) throw new Error('no fader');
    const [x, y] = [box.x + box.width * 0.9, box.y + box.height / 2];
    await page.mouse.click(x, y);
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x - box.width * 0.2, y, { steps: 8 });
    await page.mouse.up();
    const level = async () =>
      (await booth.hand.call('GetInputVolume', { inputName: 'Host mic' })).inputVolumeDb;
    await expect.poll(level, SOON).toBeLessThan(-25);
    expect(await level()).toBeGreaterThan(-36);
    await expect.poll(() => booth.journal('sound.fader'), SOON).toBe(1);
    await context.close();
  });
});

describe('sound follows the look', () => {
  it('which closes the mics that it names and opens them again, but never one that a hand muted', async () => {
    const { page, context } = await booth.panel();
    await nameMics(page);
    await tap(tile(page, 'Holding'));
    await sees(page, 'Holding');
    await expect.poll(() => isMuted('Host mic'), SOON).toBe(true);
    await expect.poll(() => isMuted('Guest mic'), SOON).toBe(true);
    await tap(tile(page, 'Wide'));
    await expect.poll(() => isMuted('Host mic'), SOON).toBe(false);
    await expect.poll(() => isMuted('Guest mic'), SOON).toBe(false);

    await tap(mic(page, 'Guest mic').filter({ hasText: /OPEN/u }));
    await mic(page, 'Guest mic').filter({ hasText: 'no look opens it' }).waitFor();
    await tap(tile(page, 'Holding'));
    await expect.poll(() => isMuted('Host mic'), SOON).toBe(true);
    await tap(tile(page, 'Wide'));
    await expect.poll(() => isMuted('Host mic'), SOON).toBe(false);
    expect(await isMuted('Guest mic')).toBe(true);
    await context.close();
  });
});

/** On the page of looks, as the crew does: Holding closes both mics, Wide opens them. */
async function nameMics(page: Page): Promise<void> {
  await tap(page.getByRole('button', { name: 'Menu', exact: true }));
  await tap(page.getByRole('dialog').getByRole('button', { name: /^Looks/u }));
  const sheet = page.getByRole('dialog', { name: 'Looks' });
  for (const [look, wish] of [
    ['Holding', 'close'],
    ['Wide', 'open'],
  ] as const) {
    await tap(sheet.getByRole('button', { name: new RegExp(`^${look}`, 'u') }));
    const form = sheet.getByRole('form', { name: look });
    for (const name of ['Host mic', 'Guest mic']) {
      await tap(form.getByRole('group', { name }).getByText(wish, { exact: true }));
    }
    await tap(form.getByRole('button', { name: 'Save', exact: true }));
    await form.getByRole('button', { name: 'Save', exact: true, disabled: true }).waitFor();
  }
  await tap(sheet.getByRole('button', { name: 'Close', exact: true }));
}
