import type { State, Take } from '../protocol/slices.js';
import { itemsOf } from '../show/items.js';
import { newTake } from '../show/newTake.js';

/** One file of the folder that OBS records to. */
export interface FolderFile {
  path: string;
  /** Without folder and extension. */
  stem: string;
  bytes: number;
  /** When it was last written, in ms since 1970. */
  changedAt: number;
}

/** A file that was written so short a time ago may be written still, in ms. */
const SETTLED_MS = 10_000;
/** A file is named by the minute or the second in which it began; a name of ours a moment before its take is made. */
const SLACK_MS = 60_000;
/** How OBS names recordings unless told otherwise, and how all of ours begin. */
const BEGUN = /^(\d{4})-(\d\d)-(\d\d)[ _](\d\d)-(\d\d)(?:-(\d\d))?/;
const OURS = /^\d{4}-\d\d-\d\d \d\d-\d\d (?<about>.+) (?<number>\d{2,})$/;
const REHEARSAL = 'Rehearsal ';

/**
 * What the ledger does not know of the recordings in the folder: takes for files that no take has, and takes that never
 * heard what their file came to be. Files from before the show's first take, and those with other names, are somebody
 * else's. `isUnsettled`: some are written still, perhaps, and are for another look.
 */
export function foundTakes(
  state: Readonly<Partial<State>>,
  files: readonly FolderFile[],
  now: number,
): { takes: Take[]; isUnsettled: boolean } {
  const takes = itemsOf(state, 'take');
  const since = Math.min(...takes.map(({ createdAt }) => createdAt)) - SLACK_MS;
  const known = new Set(takes.flatMap(stemsOf));
  const waiting = new Map(takes.filter(isWaiting).map((take) => [lower(take.named?.file ?? ''), take]));
  const found = new Map<string, Take>();
  let isUnsettled = false;
  for (const file of files) {
    const stem = lower(file.stem);
    const owner = waiting.get(stem);
    const begunAt = owner?.createdAt ?? begunIn(file.stem);
    // A second file of the same name is a copy of the first in another format.
    const isTold = owner === undefined && known.has(stem);
    if (begunAt === null || isTold || found.has(stem) || begunAt < since || file.bytes === 0) continue;
    if (now - file.changedAt < SETTLED_MS) isUnsettled = true;
    else found.set(stem, owner === undefined ? adopted(state, file, begunAt) : completed(owner, file));
  }
  return { takes: [...found.values()], isUnsettled };
}

/** It ended without a word of its file, and OBS was told how to call that. */
function isWaiting({ state, path, named }: Take): boolean {
  return path === null && named !== null && (state === 'failed' || state === 'interrupted');
}

function completed(take: Take, file: FolderFile): Take {
  return {
    ...take,
    ...of(file),
    state: 'interrupted',
    startedAt: take.startedAt ?? take.createdAt,
    endedBy: take.endedBy ?? 'server-away',
  };
}

function adopted(state: Readonly<Partial<State>>, file: FolderFile, begunAt: number): Take {
  const { about, number } = OURS.exec(file.stem)?.groups ?? {};
  const named = about === undefined ? null : { file: file.stem, about, number: Number(number) };
  return {
    ...newTake(state, { kind: 'obs', origin: 'found', startAskedBy: null, createdAt: begunAt }),
    ...of(file),
    state: 'done',
    startedAt: begunAt,
    named,
    mode: about?.startsWith(REHEARSAL) === true ? 'rehearsal' : 'show',
  };
}

function of({ path, bytes, changedAt }: FolderFile): Pick<Take, 'path' | 'file' | 'endedAt'> {
  return { path, file: { state: 'there', bytes }, endedAt: changedAt };
}

/** By the wall clock of this machine, in ms since 1970; null: no recording is named so. */
function begunIn(stem: string): number | null {
  const parts = BEGUN.exec(stem);
  if (parts === null) return null;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = parts
    .slice(1)
    .map((part: string | undefined) => Number(part ?? 0));
  return new Date(year, month - 1, day, hour, minute, second).getTime();
}

function stemsOf({ path, earlierPaths, named }: Take): string[] {
  const paths = path === null ? earlierPaths : [...earlierPaths, path];
  const stems = paths.map((one) => (one.split(/[/\\]/).at(-1) ?? '').replace(/\.\w+$/, ''));
  return [...stems, ...(named === null ? [] : [named.file])].map(lower);
}

/** Some file systems do not tell letters apart. */
function lower(stem: string): string {
  return stem.normalize('NFC').toLowerCase();
}
