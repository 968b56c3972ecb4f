import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Booth, SOON, found, sees, tap, tile } from './booth.js';

let booth: Booth;
beforeAll(async () => {
  booth = await Booth.open(null);
});
afterAll(() => booth.close());
beforeEach(async () => {
  await booth.reset();
  await booth.hand.call('SetCurrentSceneTransition', { transitionName: 'Cut' });
});
afterEach(async () => {
  await booth.hand.call('SetStudioModeEnabled', { studioModeEnabled: false });
  booth.checkObs();
});

const bar = (page: Page) => page.getByRole('group', { name: 'Studio mode' });
const toggle = (page: Page) => bar(page).getByRole('button', { name: /^Studio mode/ });
const take = (page: Page) => bar(page).getByRole('button', { name: /^TAKE/ });
const program = (page: Page) => page.getByRole('group', { name: 'PROGRAM' });
const preview = (page: Page) => page.getByRole('group', { name: 'PREVIEW' });
const inObs = async () => ({
  program: (await booth.hand.call('GetCurrentProgramScene')).currentProgramSceneName,
  preview: (await booth.hand.call('GetCurrentPreviewScene')).currentPreviewSceneName,
});

describe('studio mode on the panel', () => {
  it('puts a tapped look on preview and takes it by a fade that is seen, and no tile moves', async () => {
    const { page, context, errors } = await booth.panel();
    await tile(page, 'Demo').waitFor();
    const where = await tile(page, 'Demo').boundingBox();
    await tap(toggle(page));
    await preview(page).waitFor();
    expect(await tile(page, 'Demo').boundingBox()).toEqual(where);

    await tap(bar(page).getByRole('button', { name: /^Transition/ }));
    await page.getByRole('button', { name: 'Fade', exact: true }).tap();
    await page.getByRole('button', { name: '2 s' }).tap();
    await page.getByRole('button', { name: '2 s', pressed: true }).waitFor();
    await page.getByRole('button', { name: 'Close', exact: true }).tap();

    await tap(tile(page, 'Demo'));
    await preview(page).getByText('Laptop').waitFor();
    expect(await inObs()).toEqual({ program: 'Wide', preview: 'Demo' });
    await take(page).getByText('Demo → program, Fade 2 s').waitFor();
    await tap(take(page));
    await take(page).getByText('going to Demo').waitFor();
    // In the mix both are seen.
    await program(page).getByText('Camera wide').waitFor();
    await program(page).getByText('Laptop').waitFor();
    await expect.poll(inObs, SOON).toEqual({ program: 'Demo', preview: 'Wide' });
    await program(page).getByText('Camera wide').waitFor({ state: 'detached' });
    await sees(page, 'Wide'); // pressed is what a tap would do: preview
    expect(errors).toEqual([]);
    await context.close();
  });

  it('cuts by Shift and Enter or a digit, whatever is chosen, and takes by Enter', async () => {
    const { page, context } = await booth.panel();
    await booth.hand.call('SetStudioModeEnabled', { studioModeEnabled: true });
    await booth.hand.call('SetCurrentPreviewScene', { sceneName: 'Close-up' });
    await take(page).getByText('Close-up → program').waitFor();
    await tap(program(page));
    await page.keyboard.press('Shift+Enter');
    await expect.poll(inObs, SOON).toEqual({ program: 'Close-up', preview: 'Wide' });
    await take(page).getByText('Wide → program').waitFor();
    await tap(program(page));
    await page.keyboard.press('Enter');
    await expect.poll(inObs, SOON).toEqual({ program: 'Wide', preview: 'Close-up' });
    await page.keyboard.press('4');
    await preview(page).getByText('Backdrop').waitFor();
    await page.keyboard.press('Shift+3');
    await expect.poll(async () => (await inObs()).program, SOON).toBe('Demo');
    await context.close();
  });

  it('follows somebody who switches it in OBS', async () => {
    const { page, context } = await booth.panel();
    await toggle(page).waitFor();
    await booth.hand.call('SetStudioModeEnabled', { studioModeEnabled: true });
    await preview(page).waitFor();
    // Nobody is faster: of an OBS that was switched on and off within 0.1 s the next cut was now and then not made.
    await found(take(page));
    await booth.hand.call('SetStudioModeEnabled', { studioModeEnabled: false });
    await preview(page).waitFor({ state: 'detached' });
    await tap(tile(page, 'Demo'));
    await sees(page, 'Demo');
    await context.close();
  });
});
