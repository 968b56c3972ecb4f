import type { Handler } from '../handler.js';
import type { Expectation } from '../pending.js';
import { Refusal } from '../refusal.js';

const DEADLINE_MS = 4000;

/** Switches the virtual camera. Nothing is asked of one that is so already. */
export const set: Handler<'virtualCamera.set'> = async ({ store, device, pending }, command, actor) => {
  const { obs, virtualCamera } = store.state;
  if (virtualCamera === undefined)
    throw new Refusal(obs?.link === 'not-responding' ? 'obs-hung' : 'obs-away');
  if (virtualCamera.state === 'absent') throw new Refusal('camera-absent');
  const wanted = command.params.isOn ? 'on' : 'off';
  if (virtualCamera.state === wanted) return;
  const expectation = {
    commandId: command.id,
    name: command.name,
    target: 'virtual-camera',
    slot: 'virtual-camera',
    deviceId: actor.deviceId,
    done: (state) => state.virtualCamera?.state === wanted,
    failed: () => null,
    underWay: () => false,
    deadlineMs: DEADLINE_MS,
    lookAgain: () => device.lookAgain(),
    code: 'camera-unconfirmed',
    undo: () => undefined,
  } satisfies Expectation;
  await pending.run(expectation, () => device.virtualCamera.set(command.params.isOn, command.issuedAt));
};
