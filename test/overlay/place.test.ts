import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { StrapPerson, StrapPlace } from '../../server/protocol/slices.js';
import { instanceOf, person } from './instances.js';
import type { Probe } from './probe.js';
import { useStudio } from './studio.js';

/** In the page. */
declare const probe: Probe;

const open = useStudio();
const ALIGNS = ['left', 'centre', 'right'] as const;
const PEOPLE = [
  person('Ada Lovelace', { title: 'Analytical engines' }),
  person('נועה בן־דוד', { title: 'Staff Engineer', organisation: 'urllib3' }),
  person('Maximiliana Konstantina von Hohenzollern-Sigmaringen-Altenburg', { title: 'Professor' }),
  person('漢'.repeat(80), { title: 'T'.repeat(100) }),
];

/** The box around all plates, in a page of 1920 by 1080. */
async function boxOf(page: Page): Promise<{ left: number; right: number; top: number; bottom: number }> {
  const plates = await page.locator('.plate').all();
  const found = await Promise.all(plates.map((plate) => plate.boundingBox()));
  const boxes = found.flatMap((box) => (box === null ? [] : [box]));
  return {
    left: Math.min(...boxes.map(({ x }) => x)),
    right: Math.max(...boxes.map(({ x, width }) => x + width)),
    top: Math.min(...boxes.map(({ y }) => y)),
    bottom: Math.max(...boxes.map(({ y, height }) => y + height)),
  };
}

function instanceAt(people: StrapPerson[], place: StrapPlace) {
  return instanceOf(people, { cut: true, data: { people, place } });
}

describe('the place of a lower third', () => {
  it('is the side that was asked for, for one to four people in any script, within the safe area', async () => {
    const { booth, page } = await open({});
    const wrong: unknown[] = [];
    for (const seats of [1, 2, 3, 4]) {
      for (const align of ALIGNS) {
        for (const raised of [false, true]) {
          const people = PEOPLE.slice(0, seats);
          const instance = instanceAt(people, { align, raised });
          booth.want(instance);
          await booth.reported(instance.instanceId, 'on');
          const { left, right, bottom } = await boxOf(page);
          const middle = (left + right) / 2;
          const isThere = { left: left === 96, centre: Math.abs(middle - 960) <= 1, right: right === 1824 };
          const isHigh = Math.round(bottom) === (raised ? 790 : 930);
          const faults = await page.evaluate(() => probe.faults());
          expect(await page.locator('.full').allInnerTexts()).toEqual(people.map(({ name }) => name));
          if (!isThere[align] || !isHigh || faults.length > 0) {
            wrong.push({ seats, align, raised, left, right, bottom, faults });
          }
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  it('is that of what comes, while what is on air stays where it is', async () => {
    const { booth, page } = await open({});
    const [ada = person('Ada')] = PEOPLE;
    const before = instanceAt([ada], { align: 'left', raised: false });
    booth.want(before);
    await booth.reported(before.instanceId, 'on');
    const corrected = { ...before, revision: 1, data: { ...before.data, people: [person('Ada King')] } };
    booth.forget();
    booth.want(corrected);
    await booth.reported(before.instanceId, 'on');
    expect(await boxOf(page)).toMatchObject({ left: 96, bottom: 930 });
    const next = instanceAt([ada], { align: 'right', raised: true });
    booth.want(next);
    await booth.reported(next.instanceId, 'on');
    expect(await boxOf(page)).toMatchObject({ right: 1824, bottom: 790 });
  });
});
