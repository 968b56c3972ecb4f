import type { Locator, Page } from 'playwright-core';
import { tap } from '../booth.js';

/** Where things are on the panel, by the roles and names that they have for everybody. */

export const button = (within: Page | Locator, name: string | RegExp) =>
  within.getByRole('button', { name, exact: true });

export const sheet = (page: Page, name: string) => page.getByRole('dialog', { name, exact: true });

export async function closeSheet(page: Page, name: string): Promise<void> {
  await tap(button(sheet(page, name), 'Close'));
  await sheet(page, name).waitFor({ state: 'detached' });
}

/** The strip's button of a mic: it says OPEN or MUTED, and a tap makes it the other. */
export function mic(page: Page, name: string, word: 'OPEN' | 'MUTED'): Locator {
  return page
    .getByRole('region', { name: 'Sound' })
    .getByRole('button')
    .filter({ has: page.getByText(name, { exact: true }) })
    .filter({ has: page.getByText(word, { exact: true }) });
}

export const liveChip = (page: Page) => button(page, /^Stream\b/);

export const recChip = (page: Page) => page.getByRole('group', { name: 'Record', exact: true });

export const recordButton = (page: Page) => button(page, /^Record/);

export const stopRecordButton = (page: Page) => button(page, /^(Stop|Keep holding)\b/);

export const studioBar = (page: Page) => page.getByRole('group', { name: 'Studio mode' });

/** What is on air for the audience: the names on the overlay, from the left. */
export const namesOn = (overlay: Page) => overlay.locator('.full').allInnerTexts();

/** Seconds that a clock like `LIVE 0:12:41` shows. */
export async function secondsOn(clock: Locator): Promise<number> {
  const [hours = NaN, minutes = NaN, seconds = NaN] = ((await clock.textContent()) ?? '')
    .split(':')
    .map(Number);
  return (hours * 60 + minutes) * 60 + seconds;
}
