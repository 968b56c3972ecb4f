import { expect } from 'vitest';
import { markSchema } from '../../../server/protocol/persisted.js';
import { axeFinds } from '../../fixtures/axe.js';
import { SOON, hideButton, sees, showButton, tap, tile } from '../booth.js';
import { button, mic, namesOn, recChip, studioBar } from './desk.js';
import { PAUSED, type Act, type Stage } from './stage.js';

const soundAndPicture: readonly Act[] = [
  {
    title: 'the mics follow the look',
    play: async (stage) => {
      await stage.cutTo('Demo');
      await stage.seesMic('Guest mic', 'MUTED');
      await stage.seesMic('Host mic', 'OPEN');
      await stage.cutTo('Wide');
      await stage.seesMic('Guest mic', 'OPEN');
    },
  },
  {
    title: 'a mute by hand wins over every look, until a hand opens it',
    play: async (stage) => {
      await tap(mic(stage.page, 'Guest mic', 'OPEN'));
      await stage.seesMic('Guest mic', 'MUTED');
      await stage.cutTo('Demo');
      await stage.cutTo('Wide');
      await stage.seesMic('Guest mic', 'MUTED');
      await tap(mic(stage.page, 'Guest mic', 'MUTED'));
      await stage.seesMic('Guest mic', 'OPEN');
    },
  },
  {
    title: 'in studio mode a look is seen on preview first, and TAKE fades to it',
    play: async (stage) => {
      const { page } = stage;
      await tap(button(studioBar(page), /^Studio mode/));
      await button(studioBar(page), /^TAKE/).waitFor();
      await tap(button(studioBar(page), /^Transition/));
      await tap(button(page, 'Fade'));
      await button(page, '✓ Fade').waitFor();
      await tap(button(page, '1 s'));
      await button(page, '✓ 1 s').waitFor();
      await tap(button(page, 'Close'));
      await tap(tile(page, 'Close-up'));
      await button(studioBar(page), /^TAKE/).filter({ hasText: 'Close-up → program, Fade 1 s' }).waitFor();
      expect(await inStudio(stage)).toEqual({ program: 'Wide', preview: 'Close-up' });
      await tap(button(studioBar(page), /^TAKE/));
      await studioBar(page).getByText('going to Close-up').waitFor();
      await expect.poll(() => inStudio(stage), SOON).toEqual({ program: 'Close-up', preview: 'Wide' });
      await tap(button(studioBar(page), /^Studio mode/));
      await studioBar(page).getByText('A tap on a look cuts to it.').waitFor();
      await sees(page, 'Close-up');
    },
  },
];

const names: readonly Act[] = [
  {
    title: 'a name goes off by itself when its time is over, and another when it is told to',
    play: async ({ page, overlay }) => {
      await button(page, 'Auto-off 8 s').waitFor();
      await tap(showButton(page, 'عمر الخيام'));
      await expect.poll(() => namesOn(overlay.page), SOON).toEqual(['عمر الخيام']);
      await hideButton(page, 'عمر الخيام').filter({ hasText: 'off in' }).waitFor();
      await showButton(page, 'عمر الخيام').waitFor({ timeout: 20_000 });
      expect(await namesOn(overlay.page)).toEqual([]);
      for (const now of ['8 s', '15 s']) await tap(button(page, `Auto-off ${now}`));
      await button(page, 'Auto-off stays').waitFor();
      await tap(showButton(page, 'Grace Hopper'));
      await expect.poll(() => namesOn(overlay.page), SOON).toEqual(['Grace Hopper']);
      await tap(hideButton(page, 'Grace Hopper'));
      await expect.poll(() => namesOn(overlay.page), SOON).toEqual([]);
    },
  },
  {
    title: 'two names go on air as they sit, and a typo is corrected there',
    play: async ({ page, overlay }) => {
      await tap(button(page, /^SHOW BOTH/));
      await expect.poll(() => namesOn(overlay.page), SOON).toEqual(['Mary Shelley', 'Radia Perlmna']);
      await tap(button(page, 'Edit Radia Perlmna'));
      await page.getByLabel('Name, as it goes on air').fill('Radia Perlman');
      await tap(button(page, 'Correct on air too'));
      await expect.poll(() => namesOn(overlay.page), SOON).toEqual(['Mary Shelley', 'Radia Perlman']);
      await button(page, /^HIDE BOTH/).waitFor();
      expect(await axeFinds(page)).toEqual([]);
      await tap(button(page, /^HIDE BOTH/));
      await expect.poll(() => namesOn(overlay.page), SOON).toEqual([]);
    },
  },
];

const takes: readonly Act[] = [
  {
    title: 'moments are marked, by a tap and by a key',
    play: async ({ page, booth }) => {
      await tap(button(page, /^Mark\b/));
      await page.getByText('1 in take').waitFor();
      await page.keyboard.press('KeyM');
      await page.getByText('2 in take').waitFor();
      await expect.poll(() => booth.slices('mark', markSchema).length, SOON).toBe(2);
    },
  },
  {
    title: 'the recording is paused and goes on',
    play: async (stage) => {
      const { page, pace } = stage;
      await tap(button(page, 'Pause'));
      await recChip(page).getByText('REC PAUSED').waitFor();
      expect(await stage.outputs()).toEqual({ records: true, isPaused: true, streams: true });
      const shown = await recChip(page).getByRole('timer').textContent();
      await stage.measure(PAUSED, async () => {
        await stage.letPass(pace.pausedSeconds);
        expect(await recChip(page).getByRole('timer').textContent()).toBe(shown);
        await tap(button(page, 'Go on'));
        await recChip(page).getByText('REC PAUSED').waitFor({ state: 'detached' });
      });
      expect(await stage.outputs()).toEqual({ records: true, isPaused: false, streams: true });
    },
  },
  {
    title: 'one tap is safe, and one leads back',
    play: async (stage) => {
      const { page } = stage;
      await tap(button(page, /^SAFE/));
      await sees(page, 'Holding');
      await stage.seesInObs('Holding');
      expect(await stage.outputs()).toEqual({ records: true, isPaused: false, streams: true });
      await tap(button(page, /BACK/).filter({ hasText: 'to Close-up' }));
      await sees(page, 'Close-up');
      await stage.seesInObs('Close-up');
    },
  },
];

export const ON_AIR: readonly Act[] = [...soundAndPicture, ...names, ...takes];

async function inStudio({ booth }: Stage): Promise<{ program: string; preview: string }> {
  const preview = (await booth.hand.call('GetCurrentPreviewScene')).currentPreviewSceneName;
  return { program: await booth.programScene(), preview };
}
