import type { Device } from '../../show/device.js';
import { Refusal } from '../../show/refusal.js';
import type { Sender } from '../sender.js';
import type { ObsScene } from '../translate/events.js';
import { programRequest } from '../translate/programRequest.js';

/** What we ask of program. `find` is what OBS calls a scene now. */
export function programVerbs(
  sender: Sender,
  find: (sceneId: string) => ObsScene | undefined,
): Device['program'] {
  return {
    cut: (sceneId, askedAt) =>
      sender.run('program', askedAt, async (send) => {
        const scene = find(sceneId);
        if (scene === undefined) throw new Refusal('scene-gone');
        await send('SetCurrentProgramScene', programRequest(scene));
      }),
  };
}
