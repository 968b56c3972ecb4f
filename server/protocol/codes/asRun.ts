/** Constants of the as-run log that its sheet and the server share: apart from the others, for the sheet is loaded later. */
import type { Role } from '../codes.js';

/** What the as-run log has a line of. */
export const AS_RUN_KINDS = ['program', 'graphic', 'safe', 'recording', 'stream'] as const;
export type AsRunKind = (typeof AS_RUN_KINDS)[number];
/**
 * How it came on air: a device's tap, OBS's own hand, or it was found there when the server or OBS was in sight again;
 * `corrected` and `clock-set` go on with the line before.
 */
export const AS_RUN_BEGINNINGS = ['device', 'obs', 'found', 'corrected', 'clock-set'] as const;
/** What ended it. */
export const AS_RUN_ENDINGS = [
  'cut',
  'hidden',
  'all-off',
  'auto-off',
  'safe',
  'replaced',
  'corrected',
  'failed',
  'clock-set',
  'crew',
  'obs',
  'disk-full',
  'writer-died',
  'renderer-lost',
  'obs-away',
  'server-away',
  'unknown',
] as const;
export type AsRunEnding = (typeof AS_RUN_ENDINGS)[number];
/** Ends that nobody saw: the time is the last one at which it was known to be on air. */
export const UNSEEN_ENDINGS: readonly AsRunEnding[] = ['renderer-lost', 'obs-away', 'server-away', 'unknown'];
/** Lines that a page gets, the newest; the file has all. */
export const AS_RUN_MOST = 200;
/** What is read by HTTP, and by whom. */
export const READINGS = {
  asRun: { path: '/api/v1/as-run', roles: ['producer', 'host', 'viewer'] },
  asRunFile: { path: '/api/v1/as-run.csv', roles: ['producer'] },
} as const satisfies Record<string, { path: string; roles: readonly Role[] }>;
