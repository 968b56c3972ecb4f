import type { Device, SliceKey, State } from '../protocol/slices.js';
import { itemsOf } from './items.js';

/** Keys of what proves that a device is this one. */
export function credentialsOf(state: Readonly<Partial<State>>, deviceId: string): SliceKey[] {
  return itemsOf(state, 'credential').flatMap((one) =>
    one.deviceId === deviceId ? [`credential:${one.id}` as const] : [],
  );
}

/** The device whose secret has this hash. */
export function deviceByHash(state: Readonly<Partial<State>>, hash: string): Device | null {
  const credential = itemsOf(state, 'credential').find((one) => one.hash === hash);
  return credential === undefined ? null : (state[`device:${credential.deviceId}`] ?? null);
}
