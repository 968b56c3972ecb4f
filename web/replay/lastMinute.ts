import { PANEL } from '../../server/protocol/panelTexts.js';

const MINUTE_MS = 60_000;

/** What OBS keeps, in words: it is a minute only where somebody set it so. */
export function lastMinute(keepsMs: number | null): string {
  if (keepsMs === null || keepsMs === MINUTE_MS) return PANEL.replay.lastMinute;
  return PANEL.replay.lastSeconds(Math.round(keepsMs / 1000));
}
