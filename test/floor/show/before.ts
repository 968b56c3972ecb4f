import { expect } from 'vitest';
import type { Locator } from 'playwright-core';
import { HOLD_MS } from '../../../server/protocol/codes.js';
import { guestSchema, lookSchema } from '../../../server/protocol/persisted.js';
import { SOON, tap } from '../booth.js';
import { button, closeSheet, liveChip, recChip, recordButton, sheet } from './desk.js';
import type { Act } from './stage.js';

/** One of them with a typo, which is corrected when it is on air. */
const GUESTS = [
  'Grace Hopper, Rear admiral, US Navy',
  'Mary Shelley, Author',
  'Radia Perlmna, Networks',
  'عمر الخيام, شاعر',
] as const;

const looksAndNames: readonly Act[] = [
  {
    title: 'two looks are told what their mics do',
    play: async ({ page, booth }) => {
      await tap(button(page, 'Menu'));
      await tap(button(sheet(page, 'Menu'), /^Looks/));
      const looks = sheet(page, 'Looks');
      await bindMics(looks, 'Wide', 'open');
      await bindMics(looks, 'Demo', 'close');
      await closeSheet(page, 'Looks');
      const bound = booth.slices('look', lookSchema).filter(({ mics }) => Object.keys(mics).length > 0);
      const wishes = bound.map(({ scene, mics }) => [scene.name, Object.values(mics)]);
      expect(Object.fromEntries(wishes)).toEqual({ Wide: ['open'], Demo: ['closed'] });
    },
  },
  {
    title: 'four names are typed in one line each, and two of them get seats',
    play: async ({ page, booth }) => {
      const field = page.getByLabel('Add a guest: name, title, organisation');
      for (const line of GUESTS) {
        await field.fill(line);
        await field.press('Enter');
        await expect.poll(() => field.inputValue(), SOON).toBe('');
      }
      for (const name of ['Mary Shelley', 'Radia Perlmna']) await tap(button(page, `seat – ${name}`));
      await page.getByText('SHOW BOTH').waitFor();
      const names = booth.slices('guest', guestSchema).map(({ name }) => name);
      expect(new Set(names)).toEqual(new Set(GUESTS.map((line) => line.split(',')[0])));
    },
  },
];

const goingLive: readonly Act[] = [
  {
    title: 'it counts from here: the mode is show',
    play: async ({ page }) => {
      await tap(button(page, /^Mode\b/));
      await tap(button(sheet(page, 'Mode of the show'), /^Show/));
      await button(page, /^Mode SHOW/).waitFor();
    },
  },
  {
    title: 'a hold goes live, and a tap records',
    play: async (stage) => {
      const { page } = stage;
      await tap(liveChip(page));
      await stage.hold(button(sheet(page, 'Stream'), /^Go live/), HOLD_MS.stream);
      await stage.measure('from the end of the hold to LIVE', () =>
        sheet(page, 'Stream').getByText('The audience sees program').waitFor(),
      );
      stage.live();
      await closeSheet(page, 'Stream');
      await tap(recordButton(page));
      await stage.measure('from the tap to REC', () => recChip(page).getByText('REC 0:0').waitFor());
      expect(await stage.outputs()).toEqual({ records: true, isPaused: false, streams: true });
      await liveChip(page).filter({ hasText: 'LIVE 0:0' }).waitFor();
    },
  },
];

export const BEFORE: readonly Act[] = [...looksAndNames, ...goingLive];

/** What becomes of the guest's mic when this look comes on. */
async function bindMics(looks: Locator, look: string, word: 'open' | 'close'): Promise<void> {
  await tap(button(looks, new RegExp(`^${look}`)));
  const choice = looks.getByRole('group', { name: 'Guest mic' });
  await tap(choice.getByText(word, { exact: true }));
  await tap(button(looks, 'Save'));
  await expect.poll(() => button(looks, 'Save').isEnabled(), SOON).toBe(false);
  await expect.poll(() => button(looks, 'Discard').isEnabled(), SOON).toBe(false);
}
