import type { RecordFile } from '../protocol/slices.js';

/** A look at where OBS says that it writes. `silent`: the disk did not answer. */
export type DiskLook =
  { is: 'file'; bytes: number } | { is: 'no-file' } | { is: 'no-folder' } | { is: 'silent' };

export interface Look {
  at: number;
  disk: DiskLook;
  /** What OBS has counted; null when it does not say. */
  counted: number | null;
  /** OBS runs on this machine: what it writes must be here. */
  isHere: boolean;
  isPaused: boolean;
}

/** What is known of one file, from look to look. */
export interface Growth {
  file: RecordFile;
  /** Its size when it was last seen; null: never. */
  size: number | null;
  /** Last look at which all was well: it grew, or nothing had to. */
  wellAt: number;
  /** What OBS had counted then; null: not known yet. A second file of a recording begins with the count of the first. */
  countedThen: number | null;
  /** The most that OBS counted from one growth to the next; null before the first. */
  step: number | null;
  /** OBS's last count, and when it last rose. */
  counted: number;
  countedAt: number;
  /** Looks in a row that found no file. */
  misses: number;
}

/** The first bytes come after 5 s, and mkv goes to the disk once in 5 s, in ms. */
const GRACE_MS = 15_000;
/**
 * What OBS and its muxer hold back before it goes to the disk, in bytes: unknown before the first growth, then told by
 * its steps (225 kB in OBS 29). A still picture in silence makes a kilobyte a second: then nothing grows for minutes,
 * and all is well.
 */
const HELD_BACK = { unknown: 1_310_720, least: 262_144, most: 2_621_440 };
/** A file that OBS is just changing may be missing for a moment. */
const MISSES = 2;

/** Before the first look. */
export function notYetLooked(at: number): Growth {
  const file = { state: 'unknown', bytes: 0, grewAt: null } as const;
  return {
    file,
    size: null,
    wellAt: at,
    countedThen: null,
    step: null,
    counted: 0,
    countedAt: at,
    misses: 0,
  };
}

/** What one more look tells of it. */
export function grown(before: Growth, look: Look): Growth {
  const { at, disk } = look;
  const rose = look.counted !== null && look.counted > before.counted;
  const counted = look.counted ?? before.counted;
  const countedAt = rose || look.isPaused ? at : before.countedAt;
  const countedThen = before.countedThen ?? look.counted;
  const size = disk.is === 'file' ? disk.bytes : before.size;
  const next: Growth = {
    ...before,
    size,
    counted,
    countedAt,
    countedThen,
    misses: missesAfter(before, disk),
  };
  // Elsewhere a file of that name may be another one: only its growth tells that it is the one.
  const grewFrom = before.size ?? (look.isHere ? 0 : null);
  if (disk.is === 'file' && grewFrom !== null && disk.bytes > grewFrom) {
    const file = { state: 'growing', bytes: disk.bytes, grewAt: at } as const;
    const step = Math.max(before.step ?? 0, counted - (countedThen ?? counted));
    return { ...next, file, wellAt: at, countedThen: counted, step };
  }
  if (isOutOfSight(before, look)) return { ...next, file: unseen(before, counted, rose ? at : null) };
  // Nothing is written while it is paused; what was wrong before stays so.
  if (look.isPaused) return { ...next, wellAt: at, countedThen: counted };
  return isStuck(next, at) ? { ...next, file: { ...before.file, state: 'stuck' } } : next;
}

function missesAfter({ misses }: Growth, { is }: DiskLook): number {
  if (is === 'silent') return misses;
  return is === 'file' ? 0 : misses + 1;
}

/** It may be on another machine, and was never seen here to grow. */
function isOutOfSight({ file }: Growth, { disk, isHere }: Look): boolean {
  if (file.state === 'growing' || file.state === 'stuck') return false;
  return disk.is === 'no-folder' || !isHere;
}

function unseen({ file }: Growth, bytes: number, grewAt: number | null): RecordFile {
  return { state: 'unseen', bytes, grewAt: grewAt ?? file.grewAt };
}

function isStuck(
  { file, wellAt, countedThen, counted, countedAt, misses, step }: Growth,
  at: number,
): boolean {
  const wasThere = file.grewAt !== null;
  if (misses >= MISSES && (wasThere || at - wellAt >= GRACE_MS)) return true;
  if (at - wellAt < GRACE_MS) return false;
  const { unknown, least, most } = HELD_BACK;
  const heldBack = step === null ? unknown : Math.min(most, Math.max(least, step * 2));
  return (countedThen !== null && counted - countedThen > heldBack) || at - countedAt >= GRACE_MS;
}
