import type { Device } from '../../show/device.js';
import { Refusal } from '../../show/refusal.js';
import type { Sender } from '../sender.js';

/** OBS has one code for every output that runs already, or does not; `refusalOf` words it of the recording. */
const MEANINGS = new Map([
  ['already-recording', 'replay-on'],
  ['not-recording', 'replay-off'],
] as const);

/** What we ask of the replay buffer. A save is said by an event of its own, with the path. */
export function replayVerbs(sender: Sender): Device['replay'] {
  // A save has a line of its own: it must not take the place of a start that waits.
  const ask = (type: 'StartReplayBuffer' | 'StopReplayBuffer' | 'SaveReplayBuffer', line: string) => {
    return (askedAt: number) =>
      sender.run(line, askedAt, async (send) => {
        await send(type, undefined).catch((error: unknown) => {
          throw meant(error);
        });
      });
  };
  return {
    start: ask('StartReplayBuffer', 'replay'),
    stop: ask('StopReplayBuffer', 'replay'),
    save: ask('SaveReplayBuffer', 'replay-save'),
  };
}

function meant(error: unknown): unknown {
  if (!(error instanceof Refusal)) return error;
  for (const [said, code] of MEANINGS) if (said === error.code) return new Refusal(code);
  return error;
}
