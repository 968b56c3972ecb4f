import { Refusal } from '../../show/refusal.js';

/**
 * A tap waits as long as that for a transition to end, and is refused at once when it would be longer, in ms. With the
 * answer of a slow OBS it is still within the time that a page waits for its reply.
 */
const MOST_MS = 1400;

/** Somebody is waiting for the end of a transition that OBS says lasts until then. */
export interface Standing {
  /** When it will be over, as far as is known; null when nothing runs. */
  endsAt: () => number | null;
  now: () => number;
  until: (fits: () => boolean, limitMs: number) => Promise<boolean>;
}

/** Resolves when `isOver`. @throws Refusal `in-transition` */
export async function untilOver(isOver: () => boolean, { endsAt, now, until }: Standing): Promise<void> {
  const leftMs = (endsAt() ?? now()) - now();
  if (isOver()) return;
  if (leftMs > MOST_MS || !(await until(isOver, MOST_MS))) throw new Refusal('in-transition');
}
