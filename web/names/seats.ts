import { MAX_STRAP_GUESTS } from '../../server/protocol/codes.js';

/** The seat of a guest, counted from 1 from the left as the viewer sees it; null: not on the shot. */
export function seatOf(seated: readonly string[], guestId: string): number | null {
  const at = seated.indexOf(guestId);
  return at < 0 ? null : at + 1;
}

/** Nobody more fits on one lower third. */
export function isFull(seated: readonly string[]): boolean {
  return seated.length >= MAX_STRAP_GUESTS;
}

/** The seats after a tap on a guest's own: up if seated, else down at the right end. */
export function toggled(seated: readonly string[], guestId: string): string[] {
  return seated.includes(guestId) ? seated.filter((id) => id !== guestId) : [...seated, guestId];
}

/** The seats after a guest changed places with the one on the left; the leftmost with the one on the right. */
export function moved(seated: readonly string[], guestId: string): string[] {
  const at = seated.indexOf(guestId);
  const other = seated[at === 0 ? 1 : at - 1];
  return seated.map((id) => (id === guestId ? (other ?? id) : id === other ? guestId : id));
}
