import { randomUUID } from 'node:crypto';
import type { State, Take } from '../protocol/slices.js';

/** The take of a saved minute, before its file is known. */
export function replayTake(
  { mode }: Readonly<Partial<State>>,
  { origin, createdAt }: Pick<Take, 'origin' | 'createdAt'>,
): Take {
  return {
    id: randomUUID(),
    kind: 'replay',
    origin,
    state: 'starting',
    createdAt,
    startedAt: null,
    endedAt: null,
    path: null,
    earlierPaths: [],
    mode: mode?.mode ?? 'show',
    partOf: null,
  };
}
