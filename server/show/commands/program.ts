import type { CommandName, CommandParams } from '../../protocol/commands.js';
import type { State } from '../../protocol/slices.js';
import type { Actor } from '../actor.js';
import type { Device } from '../device.js';
import type { Floor, Handler } from '../handler.js';
import { Refusal } from '../refusal.js';

const CUT_DEADLINE_MS = 3000;

/** Puts a look or a scene on program by the current transition. Absolute: what is on program already changes nothing. */
export const cut: Handler<'program.cut'> = (floor, command, actor) =>
  putOn(floor, command, actor, {
    sceneId: sceneOf(floor.store.state, command.params),
    by: 'cut',
    undo: () => undefined,
  });

/** Puts a scene on program for a command, busy until OBS shows it. `undo` puts our own wish back when it never does. */
export async function putOn(
  { store, device, pending }: Floor,
  command: { id: string; name: CommandName; issuedAt: number },
  actor: Actor,
  { sceneId, by, undo }: { sceneId: string; by: keyof Device['program']; undo: () => void },
): Promise<void> {
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
      undo,
    },
    () => device.program[by](sceneId, command.issuedAt),
  );
}

/** The scene that a command names, by itself or by its look. @throws Refusal `look-gone` */
export function sceneOf(state: Readonly<Partial<State>>, params: CommandParams<'program.cut'>): string {
  if ('sceneId' in params) return params.sceneId;
  const look = state[`look:${params.lookId}`];
  if (look === undefined) throw new Refusal('look-gone');
  return look.scene.id;
}
