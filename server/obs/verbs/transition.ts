import type { Device } from '../../show/device.js';
import { Refusal } from '../../show/refusal.js';
import type { Send, Sender } from '../sender.js';
import type { ObsScene } from '../translate/events.js';
import { sceneRequest } from '../translate/sceneRequest.js';
import { cutIn, overrideIn } from '../translate/transitions.js';

export interface TransitionOptions {
  /** What OBS calls a scene now. */
  find: (sceneId: string) => ObsScene | undefined;
  /** Resolves when a transition can begin. @throws Refusal `in-transition` */
  standing: () => Promise<void>;
  /** Resolves when the last transition has ended, sound included. @throws Refusal `in-transition` */
  quiet: () => Promise<void>;
}

/**
 * What we ask of the transition. A take names the scene: `TriggerStudioModeTransition` would take whatever is on preview
 * when OBS gets to it. In studio mode a scene goes to program in the same way by either request.
 */
export function transitionVerbs(
  sender: Sender,
  { find, standing, quiet }: TransitionOptions,
): Device['transition'] {
  return {
    take: (sceneId, isStraight, askedAt) =>
      sender.run('program', askedAt, async (send) => {
        await standing();
        const scene = find(sceneId);
        if (scene === undefined) throw new Refusal('scene-gone');
        if (isStraight) await cutStraight(send, scene);
        else await send('SetCurrentProgramScene', sceneRequest(scene));
      }),
    set: (name, durationMs, askedAt) =>
      sender.run('transition', askedAt, async (send) => {
        await quiet();
        await send('SetCurrentSceneTransition', { transitionName: name });
        if (durationMs !== null)
          await send('SetCurrentSceneTransitionDuration', { transitionDuration: durationMs });
      }),
  };
}

/**
 * By OBS's own way of coming to one scene differently: its override, put back at once. To choose the cut and then the
 * other again would be a change that somebody sees, and one that OBS forgets transitions over.
 */
async function cutStraight(send: Send, scene: ObsScene): Promise<void> {
  const cut = cutIn(await send('GetSceneTransitionList', undefined));
  if (cut === null) throw new Refusal('transition-gone');
  const named = sceneRequest(scene);
  const before = overrideIn(await send('GetSceneSceneTransitionOverride', named));
  await send('SetSceneSceneTransitionOverride', { ...named, transitionName: cut });
  try {
    await send('SetCurrentProgramScene', named);
  } finally {
    // OBS takes null for "none"; the library's type does not know it.
    const transitionName = before.transitionName as string;
    await send('SetSceneSceneTransitionOverride', { ...named, transitionName });
  }
}
