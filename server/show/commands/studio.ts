import type { RefusalCode } from '../../protocol/codes.js';
import type { CommandName, CommandOf } from '../../protocol/commands.js';
import type { State } from '../../protocol/slices.js';
import type { Actor } from '../actor.js';
import type { Floor, Handler } from '../handler.js';
import type { Expectation } from '../pending.js';
import { Refusal } from '../refusal.js';
import { sceneOf } from './program.js';

/** OBS says each of these within 100 ms when it does. */
const DEADLINE_MS = 3000;

/** Switches studio mode. Absolute: as it is already changes nothing. */
export const set: Handler<'studio.set'> = (floor, command, actor) => {
  const { isOn } = command.params;
  const expectation = {
    ...confirmed(floor, command, actor, 'studio', 'studio-unconfirmed'),
    done: ({ studio }: Readonly<Partial<State>>) => studio?.isOn === isOn,
  };
  return floor.pending.run(expectation, () => floor.device.studio.set(isOn, command.issuedAt));
};

/** Puts a look or a scene on preview. Absolute: what is there already changes nothing. */
export const preview: Handler<'preview.set'> = async (floor, command, actor) => {
  const { store, device, pending } = floor;
  const sceneId = sceneOf(store.state, command.params);
  const { scenes, studio } = store.state;
  if (studio?.isOn === false) throw new Refusal('studio-off');
  if (scenes !== undefined && !scenes.some(({ id }) => id === sceneId)) throw new Refusal('scene-gone');
  const expectation: Expectation = {
    ...confirmed(floor, command, actor, 'preview', 'preview-unconfirmed'),
    target: `preview:${sceneId}`,
    done: (state) => state.studio?.previewId === sceneId,
    failed: (state) => (state.studio?.isOn === false ? 'studio-off' : null),
  };
  await pending.run(expectation, () => device.preview.set(sceneId, command.issuedAt));
};

/** Takes what its sender saw on preview: that goes on program, whatever came to preview since. */
export const take: Handler<'transition.take'> = async (floor, command, actor) => {
  const { store, device, pending } = floor;
  const { sceneId } = command.expect;
  const { studio } = store.state;
  if (studio?.isOn === false) throw new Refusal('studio-off');
  if (studio !== undefined && studio.previewId !== sceneId) throw new Refusal('changed');
  const expectation: Expectation = {
    ...confirmed(floor, command, actor, 'take', 'cut-unconfirmed'),
    // It competes with cuts: the newest of both counts.
    slot: 'program',
    done: ({ program }) => program?.sceneId === sceneId && program.goingTo === null,
    underWay: ({ program }) => program?.goingTo?.sceneId === sceneId,
  };
  const { isStraight } = command.params;
  await pending.run(expectation, () => device.transition.take(sceneId, isStraight, command.issuedAt));
};

/** Chooses a transition, and how long it lasts. Absolute: as it is already changes nothing. */
export const transition: Handler<'transition.set'> = async (floor, command, actor) => {
  const { store, device, pending } = floor;
  const { name, durationMs } = command.params;
  const choices = store.state.transition?.choices;
  const choice = choices?.find((it) => it.name === name);
  if (choices !== undefined && choice === undefined) throw new Refusal('transition-gone');
  if (choice?.isFixed === true && durationMs !== null) throw new Refusal('fixed-transition');
  const expectation: Expectation = {
    ...confirmed(floor, command, actor, 'transition', 'transition-unconfirmed'),
    done: ({ transition: chosen }) =>
      chosen?.name === name && (durationMs === null || chosen.durationMs === durationMs),
  };
  await pending.run(expectation, () => device.transition.set(name, durationMs, command.issuedAt));
};

/** What all of them have in common: busy and counted as `what`, confirmed by the mirror or said to have failed. */
function confirmed(
  { device }: Floor,
  { id, name }: CommandOf<CommandName>,
  { deviceId }: Actor,
  what: string,
  code: RefusalCode,
): Omit<Expectation, 'done'> {
  return {
    commandId: id,
    name,
    target: what,
    slot: what,
    deviceId,
    failed: () => null,
    underWay: () => false,
    deadlineMs: DEADLINE_MS,
    lookAgain: () => device.lookAgain(),
    code,
    undo: () => undefined,
  };
}
