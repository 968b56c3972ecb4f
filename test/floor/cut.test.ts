/// <reference lib="dom" />
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Booth, SOON, found, sees, tap, tile } from './booth.js';

let booth: Booth;
beforeAll(async () => {
  booth = await Booth.open(null);
});
afterAll(() => booth.close());
beforeEach(() => booth.reset());
afterEach(() => booth.checkObs());

describe('on a real OBS', () => {
  it('a tap on a tile puts its scene on program, and the tile says so', async () => {
    const { page, context } = await booth.panel();
    await sees(page, 'Wide');
    await tap(tile(page, 'Close-up'));
    await sees(page, 'Close-up');
    expect(await booth.programScene()).toBe('Close-up');
    expect(await tile(page, 'Wide').getAttribute('aria-pressed')).toBe('false');
    await context.close();
  });

  it('a digit key does what a tap on the tile does', async () => {
    const { page, context } = await booth.panel();
    await found(tile(page, 'Demo'));
    const digit = await tile(page, 'Demo').getAttribute('aria-keyshortcuts');
    await page.keyboard.press(`Digit${digit}`);
    await sees(page, 'Demo');
    expect(await booth.programScene()).toBe('Demo');
    await context.close();
  });

  it('somebody clicking in OBS changes the panel the same way', async () => {
    const { page, context } = await booth.panel();
    await booth.hand.call('SetCurrentProgramScene', { sceneName: 'Holding' });
    await sees(page, 'Holding');
    await context.close();
  });

  it('a double tap asks OBS once', async () => {
    const { page, context } = await booth.panel();
    await found(tile(page, 'Close-up'));
    const before = booth.journal('program.cut');
    // Both taps within one frame of the page, as a bouncing finger makes them.
    await tile(page, 'Close-up').evaluate((button: HTMLElement) => {
      button.click();
      button.click();
    });
    await sees(page, 'Close-up');
    expect(booth.journal('program.cut') - before).toBe(1);
    await context.close();
  });

  it('two panels show the same, whoever taps', async () => {
    const [one, two] = await Promise.all([booth.panel(), booth.panel()]);
    await tap(tile(one.page, 'Demo'));
    await Promise.all([sees(one.page, 'Demo'), sees(two.page, 'Demo')]);
    await tap(tile(two.page, 'Wide'));
    await Promise.all([sees(one.page, 'Wide'), sees(two.page, 'Wide')]);
    expect([...one.errors, ...two.errors]).toEqual([]);
    await Promise.all([one.context.close(), two.context.close()]);
  });

  it('a scene that is renamed, removed or added leaves every other tile where it was', async () => {
    const { page, context } = await booth.panel();
    const box = await tile(page, 'Wide').boundingBox();
    await booth.hand.call('CreateScene', { sceneName: 'Guest corner' });
    await tile(page, 'Guest corner').waitFor();
    const added = await tile(page, 'Guest corner').boundingBox();
    await booth.hand.call('SetSceneName', { sceneName: 'Guest corner', newSceneName: 'Corner' });
    await tile(page, 'Corner').waitFor();
    expect(await tile(page, 'Corner').boundingBox()).toEqual(added);
    await booth.hand.call('RemoveScene', { sceneName: 'Corner' });
    await tile(page, 'Corner').waitFor({ state: 'detached' });
    expect(await tile(page, 'Wide').boundingBox()).toEqual(box);
    expect(await tile(page, 'Wide').getAttribute('aria-keyshortcuts')).toBe('1');
    await context.close();
  });

  it('a change of scene collection never shows an empty panel', async () => {
    const { page, context } = await booth.panel();
    await page.evaluate(() => {
      const seen = { fewest: Number.POSITIVE_INFINITY };
      const count = () => {
        seen.fewest = Math.min(seen.fewest, document.querySelectorAll('[aria-label="Scenes"] button').length);
      };
      new MutationObserver(count).observe(document.body, {
        subtree: true,
        childList: true,
        attributes: true,
      });
      Object.assign(globalThis, { seen });
    });
    await booth.hand.call('CreateSceneCollection', { sceneCollectionName: 'Other' });
    await expect.poll(() => tile(page, 'Wide').count(), SOON).toBe(0);
    await booth.hand.call('SetCurrentSceneCollection', { sceneCollectionName: 'booth' });
    await sees(page, 'Wide');
    expect(await page.evaluate(() => Reflect.get(globalThis, 'seen').fewest)).toBeGreaterThan(0);
    await context.close();
  });
});
