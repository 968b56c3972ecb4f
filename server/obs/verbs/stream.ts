import type { RefusalCode } from '../../protocol/codes.js';
import type { Device } from '../../show/device.js';
import { Refusal } from '../../show/refusal.js';
import type { Sender } from '../sender.js';

/** OBS has one code for every output that runs, or does not. */
const OF_STREAMS: Partial<Record<RefusalCode, RefusalCode>> = {
  'already-recording': 'already-streaming',
  'not-recording': 'not-streaming',
};

/** What we ask of the stream. OBS answers OK to a start also when nobody listens: only the mirror tells. */
export function streamVerbs(sender: Sender): Device['stream'] {
  const ask = (type: 'StartStream' | 'StopStream') => async (askedAt: number) => {
    try {
      await sender.run('stream', askedAt, async (send) => void (await send(type, undefined)));
    } catch (error) {
      const code = error instanceof Refusal ? OF_STREAMS[error.code] : undefined;
      throw code === undefined ? error : new Refusal(code);
    }
  };
  return { start: ask('StartStream'), stop: ask('StopStream') };
}
