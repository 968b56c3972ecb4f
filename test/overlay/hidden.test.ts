import { describe, expect, it } from 'vitest';
import { instanceOf, person } from './instances.js';
import { useStudio } from './studio.js';

const open = useStudio();
const ADA = [person('Ada Lovelace', { title: 'Analyst' })];

/** As OBS does to a source that is not shown: no frames, and the page is told. */
function hide(): void {
  Reflect.set(globalThis, 'requestAnimationFrame', () => 0);
  Object.defineProperty(document, 'hidden', { get: () => Reflect.get(globalThis, 'isShown') !== true });
}

/** As when a source is hidden in the middle of an animation and nothing tells the page: time stands still. */
function freeze(): void {
  Reflect.set(globalThis, 'requestAnimationFrame', () => 0);
  // A borrowed method: it is called on the element that it was called on.
  // oxlint-disable-next-line typescript/unbound-method
  const animate = Element.prototype.animate;
  Element.prototype.animate = function (this: Element, ...args: Parameters<Element['animate']>) {
    const animation = animate.apply(this, args);
    animation.pause();
    return animation;
  };
}

describe('a hidden source', () => {
  it('reaches its state without animating, and replays nothing when it is shown', async () => {
    const { booth, page, animations } = await open({ before: hide });
    const ada = instanceOf(ADA);
    booth.want(ada);
    await booth.reported(ada.instanceId, 'on');
    await page.evaluate(() => {
      Reflect.set(globalThis, 'isShown', true);
      document.dispatchEvent(new Event('visibilitychange'));
    });
    expect(await page.locator('.full').isVisible()).toBe(true);
    expect(await animations()).toBe(0);
  });

  it('goes out, too', async () => {
    const { booth, page } = await open({ before: hide });
    const ada = instanceOf(ADA);
    booth.want(ada);
    await booth.reported(ada.instanceId, 'on');
    booth.want(null);
    await booth.reported(ada.instanceId, 'out');
    expect(await page.locator('.plate').count()).toBe(0);
  });

  it('ends animations that never end by themselves', async () => {
    const { booth, page } = await open({ before: freeze });
    const ada = instanceOf(ADA);
    booth.want(ada);
    await booth.reported(ada.instanceId, 'on');
    await page.waitForFunction(() => document.getAnimations().length === 0, null, { polling: 50 });
    expect(await page.locator('.full').isVisible()).toBe(true);
    booth.want(null);
    await booth.reported(ada.instanceId, 'out');
  });
});
