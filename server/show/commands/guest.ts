import { isDeepStrictEqual } from 'node:util';
import type { Guest, State, Wanted } from '../../protocol/slices.js';
import { resolve } from '../content.js';
import type { Handler } from '../handler.js';
import { Refusal } from '../refusal.js';
import { wantedLayers } from '../layers.js';
import { slice } from '../store.js';

/** Adds a guest under the id that the device minted, so that a repeat after a lost answer adds nobody twice. */
export const add: Handler<'guest.add'> = ({ store }, { params: { guestId, ...rest }, issuedAt }) => {
  const known = store.state[`guest:${guestId}`];
  const guest: Guest = { id: guestId, ...rest, addedAt: known?.addedAt ?? issuedAt };
  if (known !== undefined && !isDeepStrictEqual(known, guest)) throw new Refusal('changed');
  store.commit({ set: slice(`guest:${guestId}`, guest) });
};

/** Corrects a guest. What is on air stays as it was shown until `graphic.update`; what is armed follows. */
export const change: Handler<'guest.change'> = ({ store }, { params: { guestId, ...rest } }) => {
  const known = store.state[`guest:${guestId}`];
  if (known === undefined) throw new Refusal('guest-gone');
  const corrected = slice(`guest:${guestId}`, { ...known, ...rest });
  const state = { ...store.state, ...corrected };
  store.commit({
    set: {
      ...corrected,
      ...rearmed(state, guestId, (armed) => ({
        ...armed,
        data: resolve(state, { kind: 'guests', guestIds: armed.guestIds }).data,
      })),
    },
  });
};

/** Takes a guest off the list, off the seat, and off what is armed; refused while the name is on air. */
export const remove: Handler<'guest.remove'> = ({ store }, { params: { guestId } }) => {
  const onAir = wantedLayers(store.state)
    .flatMap((wanted) => [wanted.onAir, wanted.leaving])
    .some((instance) => instance?.guestIds.includes(guestId) === true);
  if (onAir) throw new Refusal('guest-on-air');
  const seats = { guestIds: (store.state.seats?.guestIds ?? []).filter((id) => id !== guestId) };
  store.commit({ set: { seats, ...rearmed(store.state, guestId, () => null) }, gone: [`guest:${guestId}`] });
};

/** Layers on which this guest is armed, with what is armed replaced. */
function rearmed(
  state: Readonly<Partial<State>>,
  guestId: string,
  next: (armed: NonNullable<Wanted['armed']>) => Wanted['armed'],
): Partial<State> {
  const changed: Partial<State> = {};
  for (const wanted of wantedLayers(state)) {
    if (wanted.armed?.guestIds.includes(guestId) !== true) continue;
    changed[`wanted:${wanted.layer}`] = { ...wanted, armed: next(wanted.armed) };
  }
  return changed;
}
