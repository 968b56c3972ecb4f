import { basename } from 'node:path';
import { expect } from 'vitest';
import { HOLD_MS } from '../../../server/protocol/codes.js';
import {
  reportedSchema,
  streamSessionSchema,
  takeSchema,
  wantedSchema,
} from '../../../server/protocol/persisted.js';
import { SOON, hideButton, tap } from '../booth.js';
import { lengthOfFilm } from '../film.js';
import { button, closeSheet, liveChip, namesOn, recordButton, sheet, stopRecordButton } from './desk.js';
import { PAUSED, type Act, type Stage } from './stage.js';

export const END: readonly Act[] = [
  {
    title: 'the name goes off, and a hold each ends the recording and the stream',
    play: async (stage) => {
      const { page, overlay } = stage;
      await tap(hideButton(page, 'Grace Hopper'));
      await expect.poll(() => namesOn(overlay.page), SOON).toEqual([]);
      await stage.hold(stopRecordButton(page), HOLD_MS.record);
      await recordButton(page).getByText('Record again').waitFor();
      await tap(liveChip(page));
      await stage.hold(button(sheet(page, 'Stream'), /^Stop the stream/), HOLD_MS.stream);
      await sheet(page, 'Stream').getByText('Nobody sees you').waitFor();
      await closeSheet(page, 'Stream');
      expect(await stage.outputs()).toEqual({ records: false, isPaused: false, streams: false });
    },
  },
  {
    title: 'what is left: two takes that play, two stream sessions, nothing on air and no errors',
    play: async (stage) => {
      const { booth, panel, overlay } = stage;
      await checkTakes(stage);
      const sessions = booth.slices('streamSession', streamSessionSchema);
      const [first, second] = sessions.toSorted((a, b) => a.startedAt - b.startedAt);
      expect(first?.gaps).toEqual([{ from: expect.any(Number), to: expect.any(Number) }]);
      expect(second?.gaps).toEqual([]);
      for (const { startedAt, endedAt } of sessions) expect(endedAt).toBeGreaterThan(startedAt);
      const [gap] = first?.gaps ?? [];
      stage.measured["without the stream's server"] = (gap?.to ?? Number.NaN) - (gap?.from ?? Number.NaN);
      stage.measured['between the two sessions'] =
        (second?.startedAt ?? Number.NaN) - (first?.endedAt ?? Number.NaN);

      expect(booth.slices('wanted', wantedSchema).filter(({ onAir }) => onAir !== null)).toEqual([]);
      expect(booth.slices('reported', reportedSchema).filter(({ state }) => state === 'on')).toEqual([]);
      expect([...panel.errors, ...overlay.errors]).toEqual([]);
    },
  },
];

/** The part before OBS died and the part after: both of the show, and both play about as long as they lasted. */
async function checkTakes({ booth, measured }: Stage): Promise<void> {
  const takes = booth.slices('take', takeSchema).toSorted((a, b) => a.createdAt - b.createdAt);
  const [first] = takes;
  expect(takes.map(({ mode, state, partOf }) => ({ mode, state, partOf }))).toEqual([
    { mode: 'show', state: 'interrupted', partOf: null },
    { mode: 'show', state: 'done', partOf: first?.id },
  ]);
  expect(new Set(takes.map(({ path }) => basename(path ?? ''))).size).toBe(2);
  for (const take of takes) {
    const paused = take === first ? (measured[PAUSED] ?? 0) : 0;
    const lasted = ((take.endedAt ?? Number.NaN) - (take.startedAt ?? Number.NaN) - paused) / 1000;
    const plays = await lengthOfFilm(take.path ?? '');
    expect(Math.abs(plays - lasted), `${plays} s of ${lasted} s`).toBeLessThan(4);
  }
}
