import type { Handler } from '../handler.js';
import { Refusal } from '../refusal.js';

const CUT_DEADLINE_MS = 3000;

/** Puts a scene on program by the current transition. Absolute: cutting to what is on program changes nothing. */
export const cut: Handler<'program.cut'> = async ({ store, device, pending }, command, actor) => {
  const { sceneId } = command.params;
  const { scenes } = store.state;
  if (scenes !== undefined && !scenes.some(({ id }) => id === sceneId)) throw new Refusal('scene-gone');
  await pending.run(
    {
      commandId: command.id,
      name: command.name,
      target: `scene:${sceneId}`,
      slot: 'program',
      deviceId: actor.deviceId,
      done: ({ program }) => program?.sceneId === sceneId && program.goingTo === null,
      failed: () => null,
      underWay: ({ program }) => program?.goingTo?.sceneId === sceneId,
      deadlineMs: CUT_DEADLINE_MS,
      lookAgain: () => device.lookAgain(),
      code: 'cut-unconfirmed',
      undo: () => undefined,
    },
    () => device.program.cut(sceneId, command.issuedAt),
  );
};
