/**
 * Shares room among needs: everybody gets what they need, or where there is not enough, the small ones do and the large
 * ones get the same. In any unit, in the order of the needs.
 */
export function share(needs: readonly number[], room: number): number[] {
  const shares = new Map<number, number>();
  const ascending = needs.map((need, at) => ({ need, at })).sort((a, b) => a.need - b.need);
  let left = room;
  let waiting = needs.length;
  for (const { need, at } of ascending) {
    const given = Math.min(need, left / waiting);
    shares.set(at, given);
    left -= given;
    waiting--;
  }
  return needs.map((_, at) => shares.get(at) ?? 0);
}
