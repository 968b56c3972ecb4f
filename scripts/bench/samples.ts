import { setTimeout as pause } from 'node:timers/promises';

/** Measures once and answers in ms. */
type Measure = () => Promise<number>;

export interface Race {
  rounds: number;
  /** First rounds that do not count: nothing is compiled yet. */
  warmUp: number;
  /** Before each measurement, and up to as much again by chance, so that none keeps step with OBS's frames. */
  paceMs: number;
  /** Asked before each round; false ends the race early. */
  goesOn: () => boolean;
  ours: Measure;
  floor: Measure;
}

export interface Outcome {
  ours: number[];
  floor: number[];
}

/** Measures both in turns, ours first and then the floor first, so that noise hits both alike. */
export async function interleave({ rounds, warmUp, paceMs, goesOn, ours, floor }: Race): Promise<Outcome> {
  const outcome: Outcome = { ours: [], floor: [] };
  const runners = [
    { measure: ours, times: outcome.ours },
    { measure: floor, times: outcome.floor },
  ];
  for (let round = -warmUp; round < rounds && goesOn(); round++) {
    for (const { measure, times } of runners) {
      await pause(paceMs * (1 + Math.random()));
      const ms = await measure();
      if (round >= 0) times.push(ms);
    }
    runners.reverse();
  }
  return outcome;
}

/** The smallest sample that a share of all samples does not exceed (nearest rank). */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (value === undefined) throw new Error('Nothing was measured.');
  return value;
}
