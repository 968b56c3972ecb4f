import { describe, expect, it } from 'vitest';
import { instanceOf, person } from './instances.js';
import type { Probe } from './probe.js';
import { useStudio } from './studio.js';

/** In the page. */
declare const probe: Probe;

const open = useStudio();
const ADA = [person('Ada Lovelace', { title: 'Analyst' })];

describe('a hidden source', () => {
  it('reaches its state without animating, and replays nothing when it is shown', async () => {
    const { booth, page, animations } = await open({ mode: 'hidden' });
    const ada = instanceOf(ADA);
    booth.want(ada);
    await booth.reported(ada.instanceId, 'on');
    await page.evaluate(() => probe.show());
    expect(await page.locator('.full').isVisible()).toBe(true);
    expect(await animations()).toBe(0);
  });

  it('goes out, too', async () => {
    const { booth, page } = await open({ mode: 'hidden' });
    const ada = instanceOf(ADA);
    booth.want(ada);
    await booth.reported(ada.instanceId, 'on');
    booth.want(null);
    await booth.reported(ada.instanceId, 'out');
    expect(await page.locator('.plate').count()).toBe(0);
  });

  it('ends animations that never end by themselves', async () => {
    const { booth, page, isStill } = await open({ mode: 'frozen' });
    const ada = instanceOf(ADA);
    booth.want(ada);
    await booth.reported(ada.instanceId, 'on');
    await isStill();
    expect(await page.locator('.full').isVisible()).toBe(true);
    booth.want(null);
    await booth.reported(ada.instanceId, 'out');
  });
});
