import { describe, expect, it } from 'vitest';
import { LAYERS } from '../../server/protocol/codes.js';
import { instanceOf, person } from './instances.js';
import type { Probe } from './probe.js';
import { useStudio } from './studio.js';

/** In the page. */
declare const probe: Probe;

const open = useStudio();
const ADA = [person('Ada Lovelace', { title: 'Analyst' })];
const GRACE = [person('Grace Hopper', { title: 'Rear admiral' })];

describe('an overlay page', () => {
  it('says who it is and that all its layers are empty', async () => {
    const { booth, hello } = await open({ query: '?source=browser-1' });
    expect(hello).toMatchObject({ kind: 'air', layers: [...LAYERS], inObs: false, source: 'browser-1' });
    await booth.when(
      () => (booth.reports.length === LAYERS.length ? true : undefined),
      'report of each layer',
    );
    expect(booth.reports.map(({ layer }) => layer)).toEqual([...LAYERS]);
    expect(booth.reports.every(({ instanceId, state }) => instanceId === null && state === 'out')).toBe(true);
  });

  it('is a preview or has one layer when its address says so', async () => {
    const { hello } = await open({ query: '?layer=ticker&kind=preview' });
    expect(hello).toMatchObject({ kind: 'preview', layers: ['ticker'] });
  });

  it('answers pings', async () => {
    const { booth } = await open({});
    await expect(booth.ping()).resolves.toBeUndefined();
  });

  it('says SIMULATOR while there is no real OBS, and only then', async () => {
    const simulated = await open({ isSimulator: true });
    expect(await simulated.page.getByText('SIMULATOR').isVisible()).toBe(true);
    const real = await open({});
    expect(await real.page.getByText('SIMULATOR').count()).toBe(0);
  });

  it('animates a graphic in and out and reports each state on the server’s clock', async () => {
    const { booth, page, animations } = await open({ given: (before) => (before.clockOffset = 3_600_000) });
    const ada = instanceOf(ADA);
    booth.want(ada);
    const on = await booth.reported(ada.instanceId, 'on');
    expect(on.step).toBe(0);
    expect(Math.abs(on.at - booth.now())).toBeLessThan(2000);
    expect(await page.locator('.full').innerText()).toBe('Ada Lovelace');
    expect(await animations()).toBeGreaterThan(0);
    booth.want(null);
    await booth.reported(ada.instanceId, 'out');
    expect(await page.locator('.plate').count()).toBe(0);
    const states = booth.reports
      .filter(({ instanceId }) => instanceId === ada.instanceId)
      .map(({ state }) => state);
    expect(states).toEqual(['loading', 'on', 'out']);
  });

  it('takes the old one out before the new one comes', async () => {
    const { booth, page } = await open({});
    const [ada, grace] = [instanceOf(ADA), instanceOf(GRACE)];
    booth.want(ada);
    await booth.reported(ada.instanceId, 'on');
    booth.want(grace);
    await booth.reported(grace.instanceId, 'on');
    const names = new Map([
      [ada.instanceId, 'ada'],
      [grace.instanceId, 'grace'],
    ]);
    const said = booth.reports.map(
      ({ instanceId, state }) => `${names.get(instanceId ?? '') ?? 'nothing'} ${state}`,
    );
    const order = ['nothing out', 'ada loading', 'ada on', 'ada out', 'grace loading', 'grace on'];
    expect(said).toEqual(order);
    expect(await page.locator('.full').allInnerTexts()).toEqual(['Grace Hopper']);
  });

  it('shows only the last of several that came faster than it can follow', async () => {
    const { booth, page } = await open({});
    const all = [instanceOf(ADA), instanceOf(GRACE), instanceOf(ADA), instanceOf(GRACE)];
    const last = instanceOf([person('Katherine Johnson')]);
    for (const one of [...all, last]) booth.want(one);
    await booth.reported(last.instanceId, 'on');
    expect(await page.locator('.full').allInnerTexts()).toEqual(['Katherine Johnson']);
  });

  it('cuts without animation when asked to, out and in', async () => {
    const { booth, animations } = await open({});
    const ada = instanceOf(ADA, { cut: true });
    booth.want(ada);
    await booth.reported(ada.instanceId, 'on');
    const grace = instanceOf(GRACE, { cut: true });
    booth.want(grace);
    await booth.reported(grace.instanceId, 'on');
    expect(await animations()).toBe(0);
  });

  it('has the new one there before a cut takes the old one away, and says of the two only that', async () => {
    const { booth, page } = await open({});
    const [ada, grace] = [instanceOf(ADA), instanceOf(GRACE, { cut: true })];
    booth.want(ada);
    await booth.reported(ada.instanceId, 'on');
    await page.evaluate(() => probe.watchLayer());
    booth.forget();
    booth.want(grace);
    await booth.reported(grace.instanceId, 'on');
    expect(await page.evaluate(() => probe.moves)).toEqual(['came', 'left']);
    expect(await page.locator('.full').allInnerTexts()).toEqual(['Grace Hopper']);
    expect(booth.reports).toMatchObject([{ instanceId: grace.instanceId, state: 'on' }]);
  });

  it('corrects a text on air without animating again', async () => {
    const { booth, page, animations } = await open({});
    const typo = instanceOf([person('Ada Lovelcae')]);
    booth.want(typo);
    await booth.reported(typo.instanceId, 'on');
    const begun = await animations();
    booth.forget();
    booth.want({ ...typo, revision: 1, data: { ...typo.data, people: ADA } });
    await booth.reported(typo.instanceId, 'on');
    expect(await page.locator('.full').innerText()).toBe('Ada Lovelace');
    expect(await animations()).toBe(begun);
  });

  it('corrects a text while it comes in, and lets it come', async () => {
    const { booth, page, animations, isStill } = await open({});
    const typo = instanceOf([person('Ada Lovelcae', { title: 'Analyst' })]);
    booth.want(typo);
    await booth.reported(typo.instanceId, 'on');
    const begun = await animations();
    const plate = await page.locator('.plate').elementHandle();
    booth.forget();
    booth.want({ ...typo, revision: 1, data: { ...typo.data, people: ADA } });
    await booth.reported(typo.instanceId, 'on');
    expect(await page.locator('.full').innerText()).toBe('Ada Lovelace');
    expect(await plate?.isVisible()).toBe(true);
    expect(await animations()).toBe(begun);
    await isStill();
  });

  it('hands the colours of the theme to its graphics', async () => {
    const { booth, page } = await open({});
    booth.put({ theme: { accent: 'rgb(1, 2, 3)', plate: 'black', ink: 'white', muted: 'gray' } });
    const ada = instanceOf(ADA);
    booth.want(ada);
    await booth.reported(ada.instanceId, 'on');
    expect(await page.evaluate(() => probe.barColour())).toBe('rgb(1, 2, 3)');
  });
});
