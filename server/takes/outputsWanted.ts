import type { OutputsWanted, Resume, State } from '../protocol/slices.js';

export const NOTHING_WANTED: OutputsWanted = { stream: null, record: null, sceneId: null };

/** How this look at the outputs came about. */
export interface Look {
  now: number;
  /** OBS was out of sight until now: what is off may have died with it. */
  wasAway: boolean;
  /** Somebody cut since the last look. */
  hasCut: boolean;
  /** What is offered to be brought back: it stays wanted until somebody answers. */
  offered: Resume | null;
}

/**
 * What should be live and recording after this look: what was started and not stopped. A stop in sight is a stop,
 * whoever made it, and so is one that was asked for when OBS went away. A recording whose
 * writer died, or a stream that goes off without "stopping", was
 * lost, and stays wanted; not in rehearsal, which is not streamed.
 */
export function wantedAfter(state: Readonly<Partial<State>>, look: Look): OutputsWanted {
  const { record, stream, program, mode, outputsWanted: before = NOTHING_WANTED } = state;
  if (record === undefined || stream === undefined) return before;
  const isRecordKept =
    record.state === 'starting' || record.hasDied || look.wasAway || look.offered?.record === true;
  const next = {
    record: wishAfter(before.record, {
      isEnding: record.state === 'stopping' || isRecordStopAsked(state),
      runsSince: record.state === 'on' || record.state === 'paused' ? (record.startedAt ?? look.now) : null,
      isKept: isRecordKept,
    }),
    stream: wishAfter(before.stream, {
      isEnding: stream.state === 'stopping' || isStreamStopAsked(state),
      runsSince:
        stream.state === 'on' || stream.state === 'reconnecting' ? (stream.startedAt ?? look.now) : null,
      isKept: mode?.mode !== 'rehearsal',
    }),
  };
  if (next.record === null && next.stream === null) return NOTHING_WANTED;
  // OBS starts on a scene of its own; the one that was on program counts until somebody cuts.
  const isSceneKept = look.wasAway || (look.offered !== null && !look.hasCut);
  return { ...next, sceneId: isSceneKept ? before.sceneId : (program?.sceneId ?? before.sceneId) };
}

/** What is wanted and does not run. */
export function missing(
  { record, stream, program, scenes }: Readonly<Partial<State>>,
  wanted: OutputsWanted,
): Pick<Resume, 'sceneId' | 'stream' | 'record'> | null {
  const parts = {
    record: wanted.record !== null && (record?.state === 'off' || record?.state === 'starting'),
    stream: wanted.stream !== null && (stream?.state === 'off' || stream?.state === 'starting'),
  };
  if (!parts.record && !parts.stream) return null;
  const isThere = scenes?.some(({ id }) => id === wanted.sceneId) ?? false;
  return { ...parts, sceneId: isThere && program?.sceneId !== wanted.sceneId ? wanted.sceneId : null };
}

type Wish = { since: number } | null;

function wishAfter(
  wish: Wish,
  { isEnding, runsSince, isKept }: { isEnding: boolean; runsSince: number | null; isKept: boolean },
): Wish {
  if (isEnding) return null;
  if (runsSince !== null) return wish ?? { since: runsSince };
  return isKept ? wish : null;
}

function isRecordStopAsked(state: Readonly<Partial<State>>): boolean {
  const takeId = state.currentTake?.takeId;
  return takeId != null && state[`take:${takeId}`]?.state === 'stopping';
}

function isStreamStopAsked({ pending }: Readonly<Partial<State>>): boolean {
  return pending?.some(({ name }) => name === 'stream.stop') ?? false;
}
