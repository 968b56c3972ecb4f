import type { RecordOutput } from '../../protocol/slices.js';
import type { Device } from '../../show/device.js';
import type { Log } from '../../show/log.js';
import { Refusal } from '../../show/refusal.js';
import type { Sender } from '../sender.js';
import type { FileNaming } from './fileNaming.js';

export interface RecordVerbsOptions {
  /** What is known of the recording now. */
  recording: () => RecordOutput | undefined;
  naming: FileNaming;
  /** What it comes to, or a rejection when it takes longer than a recording may wait for its name. */
  soon: (naming: Promise<void>) => Promise<void>;
  log: Log;
}

/**
 * What we ask of the recording. OBS answers OK to a pause also when nothing runs, or when it cannot pause: only the
 * mirror tells.
 */
export function recordVerbs(
  sender: Sender,
  { recording, naming, soon, log }: RecordVerbsOptions,
): Device['record'] {
  const ask = (type: 'StopRecord' | 'PauseRecord' | 'ResumeRecord') => (askedAt: number) =>
    sender.run('record', askedAt, async (send) => {
      await send(type, undefined);
    });
  return {
    start: (file, askedAt) =>
      sender.run('record', askedAt, async (send) => {
        if (recording()?.state === 'stopping') {
          throw new Refusal('obs-refused', { reason: 'the last recording is still being closed' });
        }
        // Nothing stands in the way of a recording: without its name it has the one that OBS gives it.
        await soon(naming.name(send, file)).catch((error: unknown) =>
          log('warn', `OBS did not take the name "${file}"; it names the recording itself.`, error),
        );
        await send('StartRecord', undefined);
      }),
    putFormattingBack: (askedAt) => sender.run('file-name', askedAt, (send) => naming.putBack(send)),
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
