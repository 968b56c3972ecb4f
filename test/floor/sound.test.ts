/// <reference lib="dom" />
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Booth, SOON, tap } from './booth.js';

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
    await mic(page, 'Host mic').filter({ hasText: /MUTED/u }).filter({ hasText: 'by hand' }).waitFor();
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
    expect(booth.journal('sound.fader')).toBe(1);
    await context.close();
  });
});
