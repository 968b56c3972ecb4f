import { describe, expect, it } from 'vitest';
import { instanceOf, person } from './instances.js';
import { useStudio } from './studio.js';

const open = useStudio();
const ADA = [person('Ada Lovelace', { title: 'Analyst' })];

describe('on air survives', () => {
  it('a reload: what was on is on again without an animation', async () => {
    const { booth, page, animations } = await open({});
    const ada = instanceOf(ADA);
    booth.want(ada);
    await booth.reported(ada.instanceId, 'on');
    booth.believe(ada.instanceId, 'on');
    booth.forget();
    await page.reload();
    await booth.reported(ada.instanceId, 'on');
    expect(await page.locator('.full').innerText()).toBe('Ada Lovelace');
    expect(await animations()).toBe(0);
    expect(booth.reports.map(({ state }) => state)).not.toContain('loading');
  });

  it('a restart of the server: it stays on as it is and is reported again', async () => {
    const { booth, page, animations, isStill, hello } = await open({});
    const ada = instanceOf(ADA);
    booth.want(ada);
    await booth.reported(ada.instanceId, 'on');
    await isStill();
    const begun = await animations();
    const plate = await page.locator('.plate').elementHandle();
    booth.forget();
    await booth.restart();
    await booth.reported(ada.instanceId, 'on');
    expect(booth.hellos[0]?.rendererId).toBe(hello.rendererId);
    expect(await plate?.evaluate((element) => element.isConnected)).toBe(true);
    expect(await animations()).toBe(begun);
    expect(booth.reports.map(({ state }) => state)).toEqual(['on']);
  });

  it('a hide during the outage: it goes out once the server is back', async () => {
    const { booth, page } = await open({});
    const ada = instanceOf(ADA);
    booth.want(ada);
    await booth.reported(ada.instanceId, 'on');
    await booth.stop();
    booth.want(null);
    expect(await page.locator('.plate').count()).toBe(1);
    await booth.start();
    await booth.reported(ada.instanceId, 'out');
    expect(await page.locator('.plate').count()).toBe(0);
  });

  it('only until its time is over: then it goes out without a server, and says so afterwards', async () => {
    const { booth, page, isStill } = await open({});
    const ada = instanceOf(ADA, { autoOffMs: 1500 });
    booth.want(ada);
    await booth.reported(ada.instanceId, 'on');
    booth.want({ ...ada, offAt: booth.now() + 1500 });
    await isStill();
    await booth.stop();
    booth.forget();
    await page.locator('.plate').waitFor({ state: 'detached' });
    await booth.start();
    await booth.reported(ada.instanceId, 'out');
    expect(booth.reports.map(({ state }) => state)).toEqual(['out']);
  });

  it('and what was off air does not come up with the page', async () => {
    const { booth, page } = await open({
      given: (before) => before.want(instanceOf(ADA, { autoOffMs: 1000, offAt: before.now() - 1 })),
    });
    await booth.reported(null, 'out');
    const grace = instanceOf([person('Grace Hopper')]);
    booth.want(grace);
    await booth.reported(grace.instanceId, 'on');
    expect(await page.locator('.full').allInnerTexts()).toEqual(['Grace Hopper']);
    expect(booth.reports.filter(({ state }) => state === 'loading')).toHaveLength(1);
  });
});
