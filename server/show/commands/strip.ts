import type { Strips } from '../../protocol/slices.js';
import type { Handler } from '../handler.js';
import { Refusal } from '../refusal.js';
import { stripsNow } from '../sound/strips.js';
import { slice, type Store } from '../store.js';

/** Puts a strip on the live page, or takes it off. */
export const show: Handler<'strip.show'> = ({ store }, { params: { inputId, isShown } }) => {
  change(store, inputId, (strips, at) => strips.map((it, index) => (index === at ? { ...it, isShown } : it)));
};

/** Moves a strip to a place; those in between make room. */
export const move: Handler<'strip.move'> = ({ store }, { params: { inputId, place } }) => {
  change(store, inputId, (strips, at) => {
    const others = strips.filter((_, index) => index !== at);
    return [...others.slice(0, place), ...strips.slice(at, at + 1), ...others.slice(place)];
  });
};

/** @throws Refusal `input-gone` */
function change(
  store: Store,
  inputId: string,
  to: (strips: Strips['strips'], at: number) => Strips['strips'],
): void {
  const now = stripsNow(store.state);
  const at = now?.strips.findIndex((strip) => strip.inputId === inputId) ?? -1;
  if (now === null || at < 0) throw new Refusal('input-gone');
  store.commit({ set: slice(`strips:${now.collection}`, { ...now, strips: to(now.strips, at) }) });
}
