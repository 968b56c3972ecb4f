import type { Look, State } from '../../protocol/slices.js';
import type { Handler } from '../handler.js';
import { looksIn, openLooks, partOfLooks } from '../looks.js';
import { Refusal } from '../refusal.js';
import { endOf, shownLast } from '../sighting.js';

/** Changes a look. A key and the Holding role are taken from whoever had them, all in one. */
export const change: Handler<'look.change'> = ({ store }, { params }) => {
  const look = found(store.state, params.lookId);
  const { key = null, isHolding = false } = params.change;
  const others = besides(store.state, look).map((other) => ({
    ...other,
    key: other.key === key ? null : other.key,
    isHolding: other.isHolding && !isHolding,
  }));
  const changed = { ...look, ...params.change };
  // What is hidden has no tile that a key could tap.
  const next = changed.isHidden ? { ...changed, key: null } : changed;
  const isBeyond = look.place > endOf(others.filter(({ isHidden }) => !isHidden));
  const comesBack = look.isHidden && !next.isHidden && isBeyond;
  store.commit({ set: partOfLooks(comesBack ? shownLast(others, next) : [...others, next]) });
};

/** Moves a look to a place; what is there takes the place that it leaves. */
export const move: Handler<'look.move'> = ({ store }, { params: { lookId, place } }) => {
  const look = found(store.state, lookId);
  const there = besides(store.state, look).filter((other) => other.place === place);
  const swapped = there.map((other) => ({ ...other, place: look.place }));
  store.commit({ set: partOfLooks([...swapped, { ...look, place }]) });
};

/** Forgets a look whose scene is gone; its place stays empty. */
export const forget: Handler<'look.forget'> = ({ store }, { params: { lookId } }) => {
  const look = found(store.state, lookId);
  const { obs, scenes } = store.state;
  if (scenes === undefined) throw new Refusal(obs?.link === 'not-responding' ? 'obs-hung' : 'obs-away');
  const isOpen = openLooks(store.state).includes(look);
  // In a collection that is not open its scene may well be there.
  if (!isOpen || scenes.some(({ id }) => id === look.scene.id)) throw new Refusal('look-in-use');
  store.commit({ set: {}, gone: [`look:${lookId}`] });
};

function found(state: Readonly<Partial<State>>, lookId: string): Look {
  const look = state[`look:${lookId}`];
  if (look === undefined) throw new Refusal('look-gone');
  return look;
}

/** The other looks of its collection. */
function besides(state: Readonly<Partial<State>>, look: Look): Look[] {
  return looksIn(state, look.collection).filter(({ id }) => id !== look.id);
}
