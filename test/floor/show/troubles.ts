import { expect } from 'vitest';
import { HOLD_MS } from '../../../server/protocol/codes.js';
import { streamSessionSchema } from '../../../server/protocol/persisted.js';
import { SOON, sees, showButton, tap, tile } from '../booth.js';
import { asleep } from '../sleep.js';
import { button, liveChip, namesOn, recChip, recordButton, secondsOn } from './desk.js';
import type { Act } from './stage.js';

export const TROUBLES: readonly Act[] = [
  {
    title: "the stream's server drops it and takes it again, and the time on air goes on",
    play: async (stage) => {
      const { page, pace, audience, booth } = stage;
      const timer = liveChip(page).getByRole('timer');
      const before = await secondsOn(timer);
      await audience.drop();
      await stage.measure('from the drop to RECONNECTING', () =>
        liveChip(page).filter({ hasText: 'RECONNECTING' }).waitFor(),
      );
      await stage.letPass(pace.streamAwaySeconds);
      await audience.listen();
      await stage.measure('from the server back to LIVE', () =>
        liveChip(page).filter({ hasText: 'LIVE' }).waitFor({ timeout: 30_000 }),
      );
      const { outputDuration } = await booth.hand.call('GetStreamStatus');
      // OBS counts anew, the panel does not.
      expect(await secondsOn(timer)).toBeGreaterThanOrEqual(before + pace.streamAwaySeconds);
      expect(outputDuration / 1000).toBeLessThan(before);
      await recChip(page).getByText('REC 0:').waitFor();
    },
  },
  {
    title: 'the tablet sleeps while somebody cuts in OBS, and is right without a tap when it wakes',
    play: async (stage) => {
      const { page, pace, booth } = stage;
      const streamed = async () => (await booth.hand.call('GetStreamStatus')).outputDuration / 1000;
      const wake = await asleep(page);
      const from = await streamed();
      await booth.hand.call('SetCurrentProgramScene', { sceneName: 'Demo' });
      const patience = { timeout: pace.asleepSeconds * 1000 + SOON.timeout, interval: 200 };
      await expect.poll(async () => (await streamed()) - from, patience).toBeGreaterThan(pace.asleepSeconds);
      await wake();
      await stage.measure('from waking to the right picture', () => sees(page, 'Demo'));
      await liveChip(page).filter({ hasText: 'LIVE 0:' }).waitFor();
      expect(await tile(page, 'Wide').isEnabled()).toBe(true);
    },
  },
  {
    title: 'OBS is killed, and one hold brings back the look, the stream, and the recording as its next part',
    play: async (stage) => {
      const { page, pace, booth, audience, overlay } = stage;
      await tap(showButton(page, 'Grace Hopper'));
      await expect.poll(() => namesOn(overlay.page), SOON).toEqual(['Grace Hopper']);
      await booth.obs.kill();
      await page.getByText('gone', { exact: true }).waitFor();
      expect(await recordButton(page).isEnabled()).toBe(false);
      await stage.letPass(pace.obsAwaySeconds);
      await audience.listen();
      await booth.obs.start();
      await stage.measure('from OBS ready to mirrored', () =>
        page.getByText('connected', { exact: true }).first().waitFor(),
      );
      await booth.takeHand();
      expect(await namesOn(overlay.page)).toEqual(['Grace Hopper']);
      const offer = page.getByRole('region', { name: 'RESUME?' });
      await stage.hold(button(offer, /^Resume/), HOLD_MS.stream);
      await stage.measure('from the end of the hold to resumed', () => offer.waitFor({ state: 'detached' }));
      await sees(page, 'Demo');
      await stage.seesInObs('Demo');
      await stage.seesMic('Guest mic', 'MUTED');
      expect(await stage.outputs()).toEqual({ records: true, isPaused: false, streams: true });
      await Promise.all([
        liveChip(page).filter({ hasText: 'LIVE 0:' }).waitFor(),
        recChip(page).getByText('REC 0:').waitFor(),
      ]);
      expect(booth.slices('streamSession', streamSessionSchema)).toHaveLength(2);
    },
  },
];
