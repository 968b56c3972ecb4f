import type { Handler } from '../handler.js';
import { Refusal } from '../refusal.js';
import { mute as muteInput } from '../sound/muting.js';
import { hold, isHeld } from '../sound/strips.js';
import type { Store } from '../store.js';

/**
 * Mutes an input or opens it. Absolute. It is a hand that does it, so a mute is held: no look opens it until a hand does.
 * That stands before OBS is asked: a look that comes meanwhile must not win.
 */
export const mute: Handler<'sound.mute'> = async (floor, command, actor) => {
  const { store } = floor;
  const { inputId, isMuted } = command.params;
  mustSound(store, inputId);
  const wasHeld = isHeld(store.state, inputId);
  hold(store, inputId, isMuted);
  const undo = () => hold(store, inputId, wasHeld);
  try {
    const { id: commandId, issuedAt: askedAt } = command;
    await muteInput(floor, { inputId, isMuted, commandId, askedAt, deviceId: actor.deviceId, undo });
  } catch (error) {
    // A newer one on the same input has said already what is to be held.
    if (!(error instanceof Refusal && error.code === 'superseded')) undo();
    throw error;
  }
};

/** Sets a fader. Where it stands is for OBS to say. */
export const fader: Handler<'sound.fader'> = async ({ store, device }, command) => {
  const { inputId, db } = command.params;
  mustSound(store, inputId);
  await device.sound.fader(inputId, db, command.issuedAt);
};

/** @throws Refusal `input-gone`; while OBS is out of sight the device says why not. */
function mustSound({ state }: Store, inputId: string): void {
  if (state.sound !== undefined && !state.sound.some(({ id }) => id === inputId))
    throw new Refusal('input-gone');
}
