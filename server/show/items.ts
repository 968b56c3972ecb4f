import { nounOf, type SliceKey, type State } from '../protocol/slices.js';
import type { Changes } from './disk.js';
import { entriesOf } from './store.js';

/** Nouns that have one slice an item: takes, looks, devices. */
type ItemNoun = SliceKey extends infer K ? (K extends `${infer N}:${string}` ? N : never) : never;

/** Every slice of such a noun, in no order. */
export function itemsOf<N extends ItemNoun>(
  state: Readonly<Partial<State>>,
  noun: N,
): State[`${N}:${string}`][] {
  // The noun of its key says which slice a value is.
  return entriesOf(state).flatMap(([key, value]) =>
    nounOf(key) === noun ? [value as State[`${N}:${string}`]] : [],
  );
}

/** Ids of such a noun's slices that a change took away. */
export function idsGone({ gone = [] }: Pick<Changes, 'gone'>, noun: ItemNoun): string[] {
  return gone.filter((key) => nounOf(key) === noun).map((key) => key.slice(noun.length + 1));
}
