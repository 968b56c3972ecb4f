import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { StrapPerson } from '../../server/protocol/slices.js';
import { instanceOf, person } from './instances.js';
import { useStudio } from './studio.js';

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

/** What is wrong with what is on screen; boxes in px of the picture. */
function faults(page: Page): Promise<string[]> {
  return page.locator('.row').evaluate((row) => {
    const found: string[] = [];
    const plates = [...row.querySelectorAll('.plate')];
    let right = 0;
    for (const plate of plates) {
      const box = plate.getBoundingClientRect();
      if (box.left < 96 || box.right > 1824 || box.top < 54 || box.bottom > 1026)
        found.push('leaves the safe area');
      if (box.left < right) found.push('overlaps its neighbour');
      if (Math.abs(box.height - (plates[0]?.getBoundingClientRect().height ?? 0)) > 0.5)
        found.push('is not as high');
      right = box.right;
      for (const line of plate.querySelectorAll('p')) {
        const range = document.createRange();
        range.selectNodeContents(line);
        for (const text of range.getClientRects()) {
          const isInside = text.left >= box.left && text.right <= box.right + 0.5;
          if (!isInside || text.top < box.top || text.bottom > box.bottom)
            found.push(`lets “${line.className}” out`);
        }
        if (parseFloat(getComputedStyle(line).fontSize) < 16)
          found.push(`makes “${line.className}” unreadable`);
      }
    }
    return found;
  });
}

describe('names', () => {
  it('never leave their plates, nor plates the safe area, for any script, length and number of people', async () => {
    const { booth, page } = await open({});
    const wrong: string[] = [];
    for (const people of SEATINGS) {
      const instance = instanceOf(people, { cut: true });
      booth.want(instance);
      await booth.reported(instance.instanceId, 'on');
      expect(await page.locator('.full').allInnerTexts()).toEqual(people.map(({ name }) => name));
      for (const fault of await faults(page))
        wrong.push(`${people.map(({ name }) => name).join(' + ')}: ${fault}`);
    }
    expect(wrong).toEqual([]);
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
    const sides = await page.locator('.plate').evaluateAll((plates) =>
      plates.map((plate) => {
        const middle = plate.getBoundingClientRect().left + plate.getBoundingClientRect().width / 2;
        const bar = plate.querySelector('.bar')?.getBoundingClientRect().left ?? 0;
        return [
          bar > middle ? 'right' : 'left',
          ...[...plate.querySelectorAll('p')].map((line) => getComputedStyle(line).textAlign),
        ];
      }),
    );
    expect(sides).toEqual([
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
    const families = await page.evaluate(() =>
      [...document.fonts]
        .filter(({ status }) => status === 'loaded')
        .map(({ family }) => family.replaceAll('"', '')),
    );
    expect([...new Set(families)].toSorted()).toEqual([
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
