import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Booth, SOON, found, sees, tap, tile } from './booth.js';

let booth: Booth;
beforeAll(async () => {
  booth = await Booth.open(null);
});
afterAll(() => booth.close());
beforeEach(() => booth.reset());
afterEach(() => booth.checkObs());

describe('looks on a real OBS', () => {
  it('get a name, and keep it with place and key when their scene is renamed in OBS', async () => {
    const { page, context, errors } = await booth.panel();
    const box = await tile(page, 'Demo').boundingBox();
    const key = await tile(page, 'Demo').getAttribute('aria-keyshortcuts');
    await tap(page.getByRole('button', { name: 'Menu', exact: true }));
    await tap(page.getByRole('dialog').getByRole('button', { name: /^Looks/ }));
    const sheet = page.getByRole('dialog', { name: 'Looks' });
    await tap(sheet.getByRole('button', { name: /^Demo/ }));
    await sheet.getByLabel('Name', { exact: true }).fill('The screen');
    // Closed by mistake: what was typed is there again, on the look that it is of.
    await page.keyboard.press('Escape');
    await tap(page.getByRole('button', { name: 'Menu', exact: true }));
    await tap(page.getByRole('dialog').getByRole('button', { name: /^Looks/ }));
    await sheet
      .getByRole('button', { name: /^Demo/, pressed: true })
      .filter({ hasText: 'not saved' })
      .waitFor();
    await tap(sheet.getByRole('button', { name: 'Save', exact: true }));
    await sheet
      .getByRole('button')
      .filter({ hasText: 'The screen' })
      .filter({ hasText: 'OBS: Demo' })
      .waitFor();
    await tap(sheet.getByRole('button', { name: 'Close', exact: true }));
    await booth.hand.call('SetSceneName', { sceneName: 'Demo', newSceneName: 'Slides' });
    await found(tile(page, 'The screen'));
    expect(await tile(page, 'The screen').boundingBox()).toEqual(box);
    await page.keyboard.press(`Digit${key}`);
    await sees(page, 'The screen');
    expect(await booth.programScene()).toBe('Slides');
    await booth.hand.call('SetSceneName', { sceneName: 'Slides', newSceneName: 'Demo' });
    expect(errors).toEqual([]);
    await context.close();
  });

  it('of helper scenes are not on the panel', async () => {
    const { page, context } = await booth.panel();
    await booth.hand.call('CreateScene', { sceneName: '_mix' });
    await booth.hand.call('CreateScene', { sceneName: 'Corner' });
    await tile(page, 'Corner').waitFor();
    expect(await tile(page, '_mix').count()).toBe(0);
    await booth.hand.call('RemoveScene', { sceneName: '_mix' });
    await booth.hand.call('RemoveScene', { sceneName: 'Corner' });
    await context.close();
  });

  it('have one that is safe: a tap puts it on, and a tap leads back', async () => {
    const { page, context } = await booth.panel();
    await booth.hand.call('SetCurrentProgramScene', { sceneName: 'Close-up' });
    await sees(page, 'Close-up');
    await tap(page.getByRole('button', { name: 'SAFE' }));
    await sees(page, 'Holding');
    expect(await booth.programScene()).toBe('Holding');
    await tap(page.getByRole('button', { name: 'BACK' }).filter({ hasText: 'to Close-up' }));
    await sees(page, 'Close-up');
    expect(await booth.programScene()).toBe('Close-up');
    await context.close();
  });

  it('stop being safe when somebody cuts in OBS', async () => {
    const { page, context } = await booth.panel();
    await tap(page.getByRole('button', { name: 'SAFE' }));
    await page.getByRole('button', { name: 'BACK' }).waitFor();
    await booth.hand.call('SetCurrentProgramScene', { sceneName: 'Close-up' });
    await sees(page, 'Close-up');
    await expect.poll(() => page.getByRole('button', { name: 'BACK' }).count(), SOON).toBe(0);
    await context.close();
  });
});
