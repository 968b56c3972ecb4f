import { LOUDEST_DB, SILENCE_DB } from '../../server/protocol/codes.js';

/** Where a level stands on the fader's way, 0 to 1: half of the way is for what is used, around unity. */
const POINTS: readonly (readonly [position: number, db: number])[] = [
  [0, SILENCE_DB],
  [0.08, -60],
  [0.25, -30],
  [0.45, -15],
  [0.75, 0],
  [0.9, 10],
  [1, LOUDEST_DB],
];
/** A fader that is let go near unity is at unity, in dB. */
const DETENT_DB = 0.6;

export function positionOf(db: number): number {
  return along(db, 1, 0);
}

export function dbAt(position: number): number {
  return along(position, 0, 1);
}

/** Moved by that part of the way: relative to where it was, so that no touch makes it jump. Unity catches it. */
export function moved(fromDb: number, by: number): number {
  const db = dbAt(positionOf(fromDb) + by);
  return Math.abs(db) < DETENT_DB ? 0 : Math.round(db * 10) / 10;
}

/** One step of a key, in dB. */
export function stepped(fromDb: number, byDb: number): number {
  return Math.min(LOUDEST_DB, Math.max(SILENCE_DB, Math.round((fromDb + byDb) * 10) / 10));
}

function along(value: number, from: 0 | 1, to: 0 | 1): number {
  for (const [index, high] of POINTS.entries()) {
    const low = POINTS[index - 1] ?? high;
    if (value <= high[from]) {
      const span = high[from] - low[from];
      const share = span === 0 ? 1 : Math.max(0, (value - low[from]) / span);
      return low[to] + share * (high[to] - low[to]);
    }
  }
  return to === 1 ? LOUDEST_DB : 1;
}
