import type { Device } from '../../show/device.js';
import { Refusal } from '../../show/refusal.js';
import type { Sender } from '../sender.js';
import type { ObsScene } from '../translate/events.js';
import { sceneRequest } from '../translate/sceneRequest.js';

/**
 * What we ask of studio mode. `standing` resolves when no transition runs in it: OBS 29 can crash when it ends in one and
 * begins again.
 */
export function studioVerbs(sender: Sender, standing: () => Promise<void>): Device['studio'] {
  return {
    set: (isOn, askedAt) =>
      sender.run('studio', askedAt, async (send) => {
        await standing();
        await send('SetStudioModeEnabled', { studioModeEnabled: isOn });
      }),
  };
}

/** What we ask of the preview. `find` is what OBS calls a scene now. */
export function previewVerbs(
  sender: Sender,
  find: (sceneId: string) => ObsScene | undefined,
): Device['preview'] {
  return {
    set: (sceneId, askedAt) =>
      sender.run('preview', askedAt, async (send) => {
        const scene = find(sceneId);
        if (scene === undefined) throw new Refusal('scene-gone');
        await send('SetCurrentPreviewScene', sceneRequest(scene));
      }),
  };
}
