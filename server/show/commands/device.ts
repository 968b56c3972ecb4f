import type { Device, State } from '../../protocol/slices.js';
import type { Handler } from '../handler.js';
import { goodInvites, newInvite } from '../invites.js';
import { credentialsOf } from '../credentials.js';
import { itemsOf } from '../items.js';
import { Refusal } from '../refusal.js';
import { slice } from '../store.js';

/** Most codes at once: more than a crew pairs in ten minutes, and few enough that six digits are hard to guess. */
const MOST_INVITES = 8;

/** Makes a code, in the place of the oldest when there are too many. A repeat makes no second one. */
export const invite: Handler<'device.invite'> = ({ store, clock }, { params }, actor) => {
  const { inviteId, forDevice } = params;
  const back = forDevice === null ? null : paired(store.state, forDevice);
  const good = goodInvites(store.state.invites, clock.now());
  if (good.some(({ id }) => id === inviteId)) return;
  if (back !== null && back.role !== params.role) throw new Refusal('changed');
  const made = newInvite(
    { id: inviteId, role: params.role, forDevice, askedBy: actor.deviceId },
    clock.now(),
  );
  store.observe({ set: { invites: [...good, made].slice(-MOST_INVITES) } });
};

export const uninvite: Handler<'device.uninvite'> = ({ store, clock }, { params: { inviteId } }) => {
  const left = goodInvites(store.state.invites, clock.now()).filter(({ id }) => id !== inviteId);
  store.observe({ set: { invites: left } });
};

/** Ends a device: its credentials are gone with it, and the edge hangs up on it at once. */
export const revoke: Handler<'device.revoke'> = ({ store }, { params: { deviceId } }) => {
  const isLast =
    isPanel(paired(store.state, deviceId)) && itemsOf(store.state, 'device').filter(isPanel).length === 1;
  if (isLast) throw new Refusal('last-producer');
  const invites = (store.state.invites ?? []).filter(({ forDevice }) => forDevice !== deviceId);
  store.commit(
    { set: { invites }, gone: [`device:${deviceId}`, ...credentialsOf(store.state, deviceId)] },
    { flush: true },
  );
};

export const rename: Handler<'device.rename'> = ({ store }, { params: { deviceId, name } }) => {
  store.commit({ set: slice(`device:${deviceId}`, { ...paired(store.state, deviceId), name }) });
};

export const flash: Handler<'device.flash'> = ({ store, pages }, { params: { deviceId } }) => {
  pages.flash(deviceId, paired(store.state, deviceId).name);
};

/** A page that can pair others; a program has a token, and nobody to scan a code with. */
function isPanel({ role, kind }: Device): boolean {
  return role === 'producer' && kind === 'page';
}

function paired(state: Readonly<Partial<State>>, deviceId: string): Device {
  const device = state[`device:${deviceId}`];
  if (device === undefined) throw new Refusal('device-gone');
  return device;
}
