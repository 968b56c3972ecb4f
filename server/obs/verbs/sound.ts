import type { Device } from '../../show/device.js';
import { Refusal } from '../../show/refusal.js';
import type { Sender } from '../sender.js';
import type { ObsSource } from '../translate/events.js';
import { namedInput } from '../translate/sound.js';

/** What we ask of inputs that sound. `find` is what OBS calls an input now. */
export function soundVerbs(
  sender: Sender,
  find: (inputId: string) => ObsSource | undefined,
): Device['sound'] {
  const named = (inputId: string) => {
    const input = find(inputId);
    if (input === undefined) throw new Refusal('input-gone');
    return namedInput(input);
  };
  return {
    mute: (inputId, isMuted, askedAt) =>
      sender.run(`mute:${inputId}`, askedAt, async (send) => {
        await send('SetInputMute', { ...named(inputId), inputMuted: isMuted });
      }),
    fader: (inputId, db, askedAt) =>
      sender.run(`fader:${inputId}`, askedAt, async (send) => {
        await send('SetInputVolume', { ...named(inputId), inputVolumeDb: db });
      }),
  };
}
