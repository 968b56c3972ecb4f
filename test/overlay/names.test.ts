import { describe, expect, it } from 'vitest';
import type { Instance, StrapPerson } from '../../server/protocol/slices.js';
import { instanceOf, person } from './instances.js';
import type { Probe } from './probe.js';
import { useStudio } from './studio.js';

/** In the page. */
declare const probe: Probe;

const open = useStudio();
const LONG = { pronouns: 'p'.repeat(30), title: 'T'.repeat(100), organisation: 'Universität '.repeat(6) };
const NAMES: StrapPerson[] = [
  person('Bo'),
  person('Seth Larson', { title: 'Maintainer of urllib3', pronouns: 'he/him' }),
  person('Maximiliana Konstantina von Hohenzollern-Sigmaringen-Altenburg', { title: 'Professor' }),
  person('Nguyễn Thị Ánh Tuyết Z̈oë Ąngström', { organisation: 'Đại học Bách khoa Hà Nội' }),
  person('محمد عبد الرحمن بن عبد العزيز الخوارزمي البغدادي 🚀', {
    title: 'مهندس',
    organisation: 'جامعة القاهرة',
  }),
  person('נועה בן־דוד', { title: 'Staff Engineer', organisation: 'urllib3', pronouns: 'she/her' }),
  person('髙橋 さくら', { title: '主任研究員', organisation: '国立情報学研究所' }),
  person('김민준', { title: '개발자' }),
  person('अनुष्का श्रीवास्तव', { title: 'वरिष्ठ अभियंता' }),
  person('สมชาย ใจดีวัฒนกุล', { organisation: 'กรุงเทพมหานคร อมรรัตนโกสินทร์' }),
  person('👩🏽‍💻🏳️‍🌈🇺🇦'.repeat(10)),
  person('W'.repeat(80), LONG),
  person('漢'.repeat(80), LONG),
];
/** Everybody alone, and each with neighbours who are worse and worse. */
const SEATINGS = [1, 2, 3, 4].flatMap((seats) =>
  NAMES.map((_, first) =>
    Array.from({ length: seats }, (__, seat) => NAMES[(first + seat * 3) % NAMES.length] ?? person('Bo')),
  ),
);

describe('names', () => {
  it('never leave their plates, nor plates the safe area, for any script, length and number of people', async () => {
    const { booth, page } = await open({});
    const wrong: string[] = [];
    for (const people of SEATINGS) {
      const instance = instanceOf(people, { cut: true });
      booth.want(instance);
      await booth.reported(instance.instanceId, 'on');
      expect(await page.locator('.full').allInnerTexts()).toEqual(people.map(({ name }) => name));
      await page.evaluate(() => probe.families());
      for (const fault of await page.evaluate(() => probe.faults()))
        wrong.push(`${people.map(({ name }) => name).join(' + ')}: ${fault}`);
    }
    expect(wrong).toEqual([]);
  });

  it('look the same put in the place of others on air as shown anew', async () => {
    const { booth, page } = await open({});
    const picture = () => page.screenshot({ clip: { x: 0, y: 440, width: 1920, height: 640 } });
    const onAir = async (instance: Instance) => {
      booth.forget();
      booth.want(instance);
      await booth.reported(instance.instanceId, 'on');
      await page.evaluate(() => probe.families());
    };
    const seated = NAMES.map((one) => [one, person('Bo', { title: 'Engineer' })]);
    let changing = instanceOf(seated[0] ?? [], { cut: true });
    await onAir(changing);
    // Also in the way round that gives one the plate of the other: long after short, and short after long.
    for (const people of [...seated, ...seated.toReversed()]) {
      changing = {
        ...changing,
        revision: changing.revision + 1,
        data: { ...changing.data, people },
      };
      await onAir(changing);
      const changed = await picture();
      const anew = instanceOf(people, { cut: true });
      await onAir(anew);
      expect(changed.equals(await picture()), people[0]?.name).toBe(true);
      changing = anew;
    }
  });

  it('are text and never markup', async () => {
    const { booth, page } = await open({});
    const name = '<img src=x onerror="document.title=1">';
    const instance = instanceOf([
      person(name, { title: '<script>document.title=1</script>', pronouns: '<b>x</b>' }),
    ]);
    booth.want(instance);
    await booth.reported(instance.instanceId, 'on');
    expect(await page.locator('.full').innerText()).toBe(name);
    expect(await page.locator('.plate').locator('img, script, b').count()).toBe(0);
    expect(await page.title()).toBe('Showfloor overlay');
  });

  it('stand on the side that their script begins on, in the order of the seats', async () => {
    const { booth, page } = await open({});
    const people = [person('נועה בן־דוד', { title: 'Engineer' }), person('Seth Larson', { title: 'מהנדס' })];
    const instance = instanceOf(people, { cut: true });
    booth.want(instance);
    await booth.reported(instance.instanceId, 'on');
    expect(await page.evaluate(() => probe.sides())).toEqual([
      ['right', 'right', 'right'],
      ['left', 'left', 'left'],
    ]);
    expect(await page.locator('.full').allInnerTexts()).toEqual(people.map(({ name }) => name));
  });

  it('are drawn with typefaces from the server, of the scripts they need and no others', async () => {
    const { booth, page } = await open({});
    const instance = instanceOf([person('髙橋 さくら 🚀')], { cut: true });
    booth.want(instance);
    await booth.reported(instance.instanceId, 'on');
    expect(await page.evaluate(() => probe.families())).toEqual([
      'Noto Color Emoji',
      'Noto Sans JP Variable',
      'Noto Sans Variable',
    ]);
  });

  it('keep their places when the page is smaller', async () => {
    const { booth, page } = await open({ viewport: { width: 960, height: 540 } });
    const instance = instanceOf([person('Seth Larson', { title: 'Maintainer' })], { cut: true });
    booth.want(instance);
    await booth.reported(instance.instanceId, 'on');
    const box = await page.locator('.plate').boundingBox();
    expect(box?.x).toBeCloseTo(48, 0);
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeCloseTo(465, 0);
  });
});
