import { describe, expect, it } from 'vitest';
import { instanceOf, person } from './instances.js';
import { useStudio } from './studio.js';

const open = useStudio();
/** Fails as the name says that it is given. */
const MODULE = `export default class extends HTMLElement {
  async load({ data }) {
    this.way = data.people[0].name;
    if (this.way === 'load throws') throw new Error('no');
    if (this.way === 'load refuses') return { statusCode: 400, statusMessage: 'no' };
    if (this.way === 'load hangs') return new Promise(() => {});
    this.textContent = this.way;
    return { statusCode: 200 };
  }
  async playAction() {
    if (this.way === 'play throws') throw new Error('no');
    if (this.way === 'play hangs') return new Promise(() => {});
    return { statusCode: 200, currentStep: 0 };
  }
  async updateAction() { throw new Error('no'); }
  async stopAction() {
    if (this.way === 'stop hangs') return new Promise(() => {});
    return { statusCode: 200 };
  }
  async dispose() { throw new Error('no'); }
}`;

describe('a graphic that fails', () => {
  it.each(['load throws', 'load refuses', 'load hangs', 'play throws', 'play hangs'])(
    'is reported and removed when its %s, and the next one works',
    async (way) => {
      const { booth, page } = await open({ graphic: MODULE });
      const bad = instanceOf([person(way)]);
      booth.want(bad);
      await booth.reported(bad.instanceId, 'failed');
      await page.getByText(way).waitFor({ state: 'detached' });
      const good = instanceOf([person('works')]);
      booth.want(good);
      await booth.reported(good.instanceId, 'on');
      expect(await page.getByText('works').count()).toBe(1);
    },
  );

  it('is removed when it does not stop or does not take a new text', async () => {
    const { booth, page } = await open({ graphic: MODULE });
    const stuck = instanceOf([person('stop hangs')]);
    booth.want(stuck);
    await booth.reported(stuck.instanceId, 'on');
    booth.want(null);
    await booth.reported(stuck.instanceId, 'out');
    const rigid = instanceOf([person('works')]);
    booth.want(rigid);
    await booth.reported(rigid.instanceId, 'on');
    booth.want({ ...rigid, revision: 1 });
    await booth.reported(rigid.instanceId, 'failed');
    expect(await page.locator('[data-layer] > *').count()).toBe(0);
  });

  it('leaves the other layers alone', async () => {
    const { booth, page } = await open({ graphic: MODULE, query: '' });
    const [bad, good] = [instanceOf([person('load hangs')]), instanceOf([person('works')])];
    booth.put({
      'wanted:lower-third': { layer: 'lower-third', onAir: bad, armed: null, leaving: null },
      'wanted:question': { layer: 'question', onAir: good, armed: null, leaving: null },
    });
    await booth.reported(good.instanceId, 'on');
    expect(booth.reports.some(({ state }) => state === 'failed')).toBe(false);
    await booth.reported(bad.instanceId, 'failed');
    expect(await page.getByText('works').count()).toBe(1);
  });

  it('is reported when nobody knows it', async () => {
    const { booth } = await open({});
    const unknown = instanceOf([person('Ada')], { graphic: 'nobody.knows' });
    booth.want(unknown);
    await booth.reported(unknown.instanceId, 'failed');
    booth.forget();
    booth.want(null);
    await booth.reported(null, 'out');
  });
});
