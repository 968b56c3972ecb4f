import type { SliceKey, State, StreamSession, Take } from '../protocol/slices.js';
import { entriesOf } from './store.js';

type Readable = Readonly<Partial<State>>;

/** The recording that ran at that time, or null. */
export function takenThen(state: Readable, at: number): string | null {
  const takes = all(state, 'take:', (key): Take | undefined => state[key]);
  return (
    newest(
      takes
        .filter(({ kind, state: is }) => kind === 'obs' && is !== 'starting' && is !== 'failed')
        .map(({ id, startedAt, createdAt, endedAt }) => ({ id, from: startedAt ?? createdAt, to: endedAt })),
      at,
    ) ?? null
  );
}

/** The stream session that was live at that time, or null. */
export function streamedThen(state: Readable, at: number): string | null {
  const sessions = all(state, 'streamSession:', (key): StreamSession | undefined => state[key]);
  const spans = sessions.map(({ id, startedAt, endedAt }) => ({ id, from: startedAt, to: endedAt }));
  return newest(spans, at) ?? null;
}

interface Span {
  id: string;
  from: number;
  /** Null: it lasts. */
  to: number | null;
}

/** Of those that hold the time, the one that began last. */
function newest(spans: readonly Span[], at: number): string | undefined {
  return spans
    .filter(({ from, to }) => from <= at && (to === null || at <= to))
    .sort((a, b) => b.from - a.from)[0]?.id;
}

function all<P extends 'take:' | 'streamSession:', T>(
  state: Readable,
  prefix: P,
  read: (key: SliceKey & `${P}${string}`) => T | undefined,
): T[] {
  return entriesOf(state)
    .map(([key]) => key)
    .filter((key): key is SliceKey & `${P}${string}` => key.startsWith(prefix))
    .flatMap((key) => read(key) ?? []);
}
