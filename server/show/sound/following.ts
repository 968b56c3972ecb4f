import type { Look } from '../../protocol/slices.js';

/** What is on program, and where a transition goes to; scene ids. */
export interface Shot {
  on: string;
  coming: string | null;
}

export interface Mics {
  /** Mics of looks by scene id; a scene without a look names none. */
  of: (sceneId: string) => Look['mics'];
  /** Muted, and a look may open it. */
  mayOpen: (inputId: string) => boolean;
  /** Those that were opened for a shot that is only coming. */
  openedEarly: ReadonlySet<string>;
}

export interface Following {
  /** What becomes of which mic. One that nobody names stays as it is. */
  wishes: ReadonlyMap<string, 'open' | 'closed'>;
  openedEarly: ReadonlySet<string>;
}

/**
 * What the mics do when one shot follows another. A shot that begins to come opens its mics: nobody's first words are lost
 * in a fade. Once it is on, and the one before is gone, its `closed` mics are closed. A shot that was coming and never
 * came takes back what was opened for it, unless the next one wants it open.
 */
export function follow(before: Shot, now: Shot, mics: Mics): Following {
  const wishes = new Map<string, 'open' | 'closed'>();
  const hasArrived = now.on === before.coming;
  const early = hasArrived ? new Set<string>() : mics.openedEarly;
  if (now.coming !== before.coming) for (const id of early) wishes.set(id, 'closed');
  if (now.on !== before.on) for (const [id, wish] of Object.entries(mics.of(now.on))) wishes.set(id, wish);
  const opening = now.coming === null ? [] : opens(mics.of(now.coming));
  for (const id of opening) wishes.set(id, 'open');
  return { wishes, openedEarly: new Set(opening.filter((id) => early.has(id) || mics.mayOpen(id))) };
}

function opens(mics: Look['mics']): string[] {
  return Object.entries(mics).flatMap(([id, wish]) => (wish === 'open' ? [id] : []));
}
