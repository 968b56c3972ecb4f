/** What is to be reached, from section 7 of the design. */
export interface Goal {
  of: 'ratio' | 'measured';
  /** `below` does not hold at the limit itself. */
  is: 'below' | 'at most';
  limit: number;
}

export type Unit = 'ms' | 'kB' | 'MiB' | '%';

/** One line of the result. What cannot be measured yet has no numbers. */
export interface Row {
  what: string;
  unit: Unit;
  measured: number | null;
  /** The same by the least that could do it, in the same run. */
  floor: number | null;
  ratio: number | null;
  goal: Goal;
  verdict: 'met' | 'missed' | 'not yet';
  note: string;
}

/** A line for what was measured. */
export function row(of: {
  what: string;
  unit: Unit;
  measured: number;
  floor: number | null;
  goal: Goal;
  note: string;
}): Row {
  const ratio = of.floor === null ? null : of.measured / of.floor;
  const judged = of.goal.of === 'ratio' ? ratio : of.measured;
  return { ...of, ratio, verdict: judged !== null && reaches(judged, of.goal) ? 'met' : 'missed' };
}

/** A line for a goal of which nothing can be measured yet. */
export function notYet(what: string, goal: Goal, note: string): Row {
  return { what, unit: 'ms', measured: null, floor: null, ratio: null, goal, verdict: 'not yet', note };
}

function reaches(value: number, { is, limit }: Goal): boolean {
  return is === 'below' ? value < limit : value <= limit;
}
