import type { Alert } from '../../server/protocol/slices.js';

/** Something that should be kept or sent out is not: these come before all that is newer. */
const GRAVE: ReadonlySet<Alert['code']> = new Set<Alert['code']>([
  'outputs-interrupted',
  'stream-lost',
  'stream-not-recorded',
  'live-in-rehearsal',
  'record-unconfirmed',
  'unpause-unconfirmed',
  'stream-unconfirmed',
  'resumed-in-part',
  'show-file-lost',
  'set-aside',
  'mic-came-open',
  'memory-only',
  'show-file-gone',
  'show-file-rewritten',
]);

/** What was lost stays until somebody says that it was seen: its id; null for any other alert. */
export function lostIn({ subject }: Pick<Alert, 'subject'>): string | null {
  return subject.startsWith('loss:') ? subject.slice('loss:'.length) : null;
}

/** The most severe on top, and of those the newest. */
export function inOrder(alerts: readonly Alert[]): Alert[] {
  return [...alerts].sort((a, b) => Number(GRAVE.has(b.code)) - Number(GRAVE.has(a.code)) || b.at - a.at);
}
