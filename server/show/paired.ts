import type { Device, SliceKey, State } from '../protocol/slices.js';
import { entriesOf } from './store.js';

/** Every paired device. */
export function devicesIn(state: Readonly<Partial<State>>): Device[] {
  return keysOf(state, isDevice).flatMap((key) => state[key] ?? []);
}

/** Keys of what proves that a device is this one. */
export function credentialsOf(state: Readonly<Partial<State>>, deviceId: string): SliceKey[] {
  return keysOf(state, isCredential).filter((key) => state[key]?.deviceId === deviceId);
}

/** The device whose secret has this hash. */
export function deviceByHash(state: Readonly<Partial<State>>, hash: string): Device | null {
  const key = keysOf(state, isCredential).find((one) => state[one]?.hash === hash);
  const credential = key === undefined ? undefined : state[key];
  return credential === undefined ? null : (state[`device:${credential.deviceId}`] ?? null);
}

/** Whom a changed credential is of; nobody for any other key. */
export function deviceOfCredential(set: Readonly<Partial<State>>, key: SliceKey): string[] {
  const credential = isCredential(key) ? set[key] : undefined;
  return credential === undefined ? [] : [credential.deviceId];
}

/** Whether a key is a paired device's. */
export function isDevice(key: SliceKey): key is `device:${string}` {
  return key.startsWith('device:');
}

function isCredential(key: SliceKey): key is `credential:${string}` {
  return key.startsWith('credential:');
}

function keysOf<K extends SliceKey>(
  state: Readonly<Partial<State>>,
  isOne: (key: SliceKey) => key is K,
): K[] {
  return entriesOf(state)
    .map(([key]) => key)
    .filter(isOne);
}
