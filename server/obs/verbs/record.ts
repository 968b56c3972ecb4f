import type { RecordOutput } from '../../protocol/slices.js';
import type { Device } from '../../show/device.js';
import { Refusal } from '../../show/refusal.js';
import type { Sender } from '../sender.js';

/**
 * What we ask of the recording; `recording` is what is known of it now. OBS answers OK to a pause also when nothing
 * runs, or when it cannot pause: only the mirror tells.
 */
export function recordVerbs(sender: Sender, recording: () => RecordOutput | undefined): Device['record'] {
  const ask = (type: 'StartRecord' | 'StopRecord' | 'PauseRecord' | 'ResumeRecord') => (askedAt: number) =>
    sender.run('record', askedAt, async (send) => {
      if (type === 'StartRecord' && recording()?.state === 'stopping') {
        throw new Refusal('obs-refused', { reason: 'the last recording is still being closed' });
      }
      await send(type, undefined);
    });
  return {
    start: ask('StartRecord'),
    stop: ask('StopRecord'),
    pause: ask('PauseRecord'),
    resume: ask('ResumeRecord'),
    // Not in line with the others: a split must not take the place of a stop that waits.
    split: (askedAt) =>
      sender.run('record-file', askedAt, async (send) => {
        await send('SplitRecordFile', undefined);
      }),
    chapter: (name, askedAt) =>
      sender.run('record-chapter', askedAt, async (send) => {
        await send('CreateRecordChapter', name === '' ? {} : { chapterName: name });
      }),
  };
}
