import type { State, Take } from '../protocol/slices.js';
import { entriesOf } from './store.js';

/** Every take, of any kind, in no order. */
export function takesOf(state: Readonly<Partial<State>>): Take[] {
  return entriesOf(state)
    .map(([key]) => key)
    .filter((key): key is `take:${string}` => key.startsWith('take:'))
    .flatMap((key) => state[key] ?? []);
}
