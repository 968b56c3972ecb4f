import type { AsRunEnding } from '../../protocol/codes/asRun.js';
import type { AsRunLine } from '../../protocol/asRun.js';
import type { State, StreamSession, Take } from '../../protocol/slices.js';
import { itemsOf } from '../items.js';
import { doerOf } from './whoDid.js';

type Readable = Readonly<Partial<State>>;

/** Recordings and streams as lines, oldest first: their ledgers know them, and they are kept nowhere else. */
export function ledgerLines(state: Readable): AsRunLine[] {
  const takes = itemsOf(state, 'take').flatMap((take) => recordingLine(state, take));
  const streams = itemsOf(state, 'streamSession').map((session) => streamLine(state, session));
  return [...takes, ...streams].sort((a, b) => a.from - b.from);
}

/** None for a start that never recorded, and for a minute that was saved afterwards. */
function recordingLine(state: Readable, take: Take): AsRunLine[] {
  const { startedAt: from, endedAt, endedBy } = take;
  if (take.kind !== 'obs' || from === null) return [];
  return [
    {
      id: take.id,
      kind: 'recording',
      subject: take.id,
      title: fileOf(take),
      detail: take.mode,
      from,
      begun: begun(state, take.startAskedBy),
      ...span(from, endedAt, endedBy ?? 'unknown', doerOf(state, take.stopAskedBy)),
    },
  ];
}

function streamLine(state: Readable, session: StreamSession): AsRunLine {
  const { id, startedAt: from, endedAt, startAskedBy, stopAskedBy, gaps } = session;
  const how = stopAskedBy === null ? 'obs' : 'crew';
  return {
    id,
    kind: 'stream',
    subject: id,
    title: '',
    detail: gaps.length === 0 ? '' : String(gaps.length),
    from,
    begun: begun(state, startAskedBy),
    ...span(from, endedAt, how, doerOf(state, stopAskedBy)),
  };
}

function begun(state: Readable, deviceId: string | null): AsRunLine['begun'] {
  return deviceId === null ? { how: 'obs', by: null } : { how: 'device', by: doerOf(state, deviceId) };
}

function span(
  from: number,
  endedAt: number | null,
  how: AsRunEnding,
  by: ReturnType<typeof doerOf>,
): Pick<AsRunLine, 'until' | 'ended'> {
  if (endedAt === null) return { until: null, ended: null };
  return { until: Math.max(from, endedAt), ended: { how, by } };
}

/** What its file is called, by the last word on it. */
function fileOf({ path, named }: Take): string {
  return path?.split(/[/\\]/).at(-1) ?? named?.file ?? '';
}
