import { randomUUID } from 'node:crypto';
import type { State, Take } from '../protocol/slices.js';

/** A take that has not begun, of what the show is in now. */
export function newTake(
  { mode }: Readonly<Partial<State>>,
  what: Pick<Take, 'kind' | 'origin' | 'startAskedBy' | 'createdAt'>,
): Take {
  return {
    ...what,
    id: randomUUID(),
    state: 'starting',
    startedAt: null,
    endedAt: null,
    stopAskedBy: null,
    endedBy: null,
    named: null,
    path: null,
    earlierPaths: [],
    file: null,
    mode: mode?.mode ?? 'show',
    partOf: null,
  };
}
