import { randomUuid } from './uuid.js';

const KEY = 'showfloor.deviceId';
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/u;

/** The id that this device keeps. Where storage is forbidden (private windows) it lasts as long as the page. */
export function deviceIdOf(storage: () => Storage): string {
  const fresh = randomUuid();
  try {
    const kept = storage().getItem(KEY);
    if (kept !== null && UUID.test(kept)) return kept;
    storage().setItem(KEY, fresh);
  } catch {
    // Nothing to do: the id only names this device in the journal, and the page works without a kept one.
  }
  return fresh;
}
