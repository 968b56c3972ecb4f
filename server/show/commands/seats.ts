import type { Handler } from '../handler.js';
import { Refusal } from '../refusal.js';

/** Says who is on the shot, in seating order. What is on air or armed stays as it is. */
export const set: Handler<'seats.set'> = ({ store }, { params: { guestIds } }) => {
  if (guestIds.some((id) => store.state[`guest:${id}`] === undefined)) throw new Refusal('guest-gone');
  store.commit({ set: { seats: { guestIds } } });
};
