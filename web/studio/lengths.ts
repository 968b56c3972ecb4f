/** Lengths that a booth uses, in ms. */
const LENGTHS: readonly number[] = [150, 300, 500, 750, 1000, 1500, 2000, 3000];

/** What can be chosen: the usual ones, and the one that OBS has now. */
export function lengthsWith(nowMs: number): readonly number[] {
  return [...new Set([...LENGTHS, nowMs])].sort((a, b) => a - b);
}
