import type { Airing } from '../../protocol/asRun.js';

/** What the as-run log needs of the disk. All throw when the disk refuses; then nothing of the call was kept. */
export interface AsRunDisk {
  /** What an earlier run left: lines that it did not end, the newest lines with those, oldest first, and its last word. */
  load(newest: number): { open: Airing[]; newest: Airing[]; lastNumber: number; seenAt: number | null };
  /** Keeps lines, new ones and such as were kept before, and that all of them were still true at `seenAt`. */
  write(lines: readonly Airing[], seenAt: number): void;
  /** Lines after that number, oldest first, and the number of the last one; null: there are no more. */
  after(number: number, most: number): { lines: Airing[]; lastNumber: number | null };
}
