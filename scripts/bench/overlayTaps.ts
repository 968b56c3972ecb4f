import type { Plan } from './plan.js';
import { row, type Goal, type Row } from './row.js';
import { interleave, quantile, type Outcome, type Race } from './samples.js';
import type { Stage } from './stage.js';

const CLOSE: Goal = { of: 'ratio', is: 'at most', limit: 1.3 };
const ALWAYS = () => true;
/** Together with the taps of the floor well under what the desk takes from one socket. */
const PACE: Pick<Race, 'warmUp' | 'paceMs'> = { warmUp: 20, paceMs: 30 };

/** Tap to the overlay's DOM changed, against a minimal socket.io server and page in the same Chromium. */
export async function measureOverlayTaps(stage: Stage, plan: Plan): Promise<Row[]> {
  const floor = () => stage.floor();
  const shows = await interleave({
    ...PACE,
    rounds: plan.shows,
    goesOn: ALWAYS,
    ours: () => stage.show(),
    floor,
  });
  const updates = await updateRace(stage, plan.updates, ALWAYS);
  return [
    ...rows('tap to overlay DOM changed, show', shows, ''),
    ...rows('tap to overlay DOM changed, update', updates, ''),
  ];
}

/** The same with many clients connected that do nothing. */
export async function measureCrowdedTaps(stage: Stage, plan: Plan, crowd: number): Promise<Row[]> {
  const updates = await updateRace(stage, plan.crowdUpdates, ALWAYS);
  return rows(`tap to overlay DOM changed, update, ${crowd} more clients`, updates, 'on both servers');
}

/** Updates by both in turns. Something has to be on air already. */
export function updateRace(stage: Stage, rounds: number, goesOn: () => boolean): Promise<Outcome> {
  return interleave({
    ...PACE,
    rounds,
    goesOn,
    ours: () => stage.update(),
    floor: () => stage.floor(),
  });
}

function rows(what: string, { ours, floor }: Outcome, more: string): Row[] {
  const median = `p50 ${quantile(ours, 0.5).toFixed(1)} over ${quantile(floor, 0.5).toFixed(1)} ms`;
  return [
    row({
      what: `${what}, p95`,
      unit: 'ms',
      measured: quantile(ours, 0.95),
      floor: quantile(floor, 0.95),
      goal: CLOSE,
      note: [median, `${ours.length} taps each`, more].filter(Boolean).join(', '),
    }),
  ];
}
