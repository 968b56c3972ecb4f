import type { Device } from '../../show/device.js';
import { Refusal } from '../../show/refusal.js';
import type { Sender } from '../sender.js';
import type { ObsScene } from '../translate/events.js';
import { sceneRequest } from '../translate/sceneRequest.js';

/**
 * What we ask of program. `find` is what OBS calls a scene now; `standing` resolves when a transition can begin, which
 * in studio mode is when none runs.
 */
export function programVerbs(
  sender: Sender,
  find: (sceneId: string) => ObsScene | undefined,
  standing: () => Promise<void>,
): Device['program'] {
  return {
    cut: (sceneId, askedAt) =>
      sender.run('program', askedAt, async (send) => {
        await standing();
        const scene = find(sceneId);
        if (scene === undefined) throw new Refusal('scene-gone');
        await send('SetCurrentProgramScene', sceneRequest(scene));
      }),
  };
}
