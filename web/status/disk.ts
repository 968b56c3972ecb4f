import type { Statistics } from '../../server/protocol/events.js';

/** OBS ends a recording by itself below this. */
const KEPT_FREE_BYTES = 50 * 1_048_576;
/** A rate below this is a still picture or a recording that has hardly begun: nothing follows from it. */
const LEAST_KBPS = 50;

/** An interview, until the rundown knows better, in seconds. */
export const INTERVIEW_SECONDS = 1200;

/** How long the disk lasts at the rate of the recording that runs; null while that cannot be said. */
export function secondsLeft({ diskFreeBytes, record }: Statistics): number | null {
  if (record?.kbps == null || record.kbps < LEAST_KBPS) return null;
  return Math.max(0, diskFreeBytes - KEPT_FREE_BYTES) / ((record.kbps * 1000) / 8);
}
