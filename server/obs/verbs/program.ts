import type { Device } from '../../show/device.js';
import { Refusal } from '../../show/refusal.js';
import type { Send, Sender } from '../sender.js';
import type { ObsScene } from '../translate/events.js';
import { sceneRequest } from '../translate/sceneRequest.js';

export interface ProgramOptions {
  /** What OBS calls a scene now. */
  find: (sceneId: string) => ObsScene | undefined;
  /** Resolves when a transition can begin, which in studio mode is when none runs. @throws Refusal */
  standing: () => Promise<void>;
  /** Whatever waits for that gives way. */
  overtake: () => void;
  /** What runs is broken off, so that a transition can begin. @throws Refusal */
  breakOff: (send: Send) => Promise<void>;
}

/** What we ask of program. */
export function programVerbs(
  sender: Sender,
  { find, standing, overtake, breakOff }: ProgramOptions,
): Device['program'] {
  const there = (sceneId: string): ObsScene => {
    const scene = find(sceneId);
    if (scene === undefined) throw new Refusal('scene-gone');
    return scene;
  };
  return {
    cut: (sceneId, askedAt) =>
      sender.run('program', askedAt, async (send) => {
        await standing();
        await send('SetCurrentProgramScene', sceneRequest(there(sceneId)));
      }),
    breakTo(sceneId, askedAt) {
      overtake();
      return sender.run('program', askedAt, async (send) => {
        const scene = there(sceneId);
        await breakOff(send);
        await send('SetCurrentProgramScene', sceneRequest(scene));
      });
    },
  };
}
