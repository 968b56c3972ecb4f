import type { Cleanups } from './cleanups.js';
import { endHelper, startHelper } from './helper.js';
import { updateRace } from './overlayTaps.js';
import type { Plan } from './plan.js';
import { row, type Row } from './row.js';
import { quantile, type Outcome } from './samples.js';
import type { Stage } from './stage.js';

/** All turns together, in bytes. */
const BUDGET = 2 ** 30;

/** Tap to the overlay's DOM changed, with a disk that another process keeps busy against the same with a quiet one. */
export async function measureBusyDisk(cleanups: Cleanups, stage: Stage, plan: Plan): Promise<Row[]> {
  const quiet: Outcome = { ours: [], floor: [] };
  const busy: Outcome = { ours: [], floor: [] };
  for (let turn = 0; turn < plan.diskTurns; turn++) {
    add(quiet, await updateRace(stage, plan.diskUpdatesATurn, () => true));
    const budget = String(Math.floor(BUDGET / plan.diskTurns));
    const writer = await startHelper(cleanups, 'writerProcess.js', [stage.server.data, budget]);
    add(busy, await updateRace(stage, plan.diskUpdatesATurn, () => writer.connected));
    await endHelper(writer);
  }
  const p99 = (samples: readonly number[]) => quantile(samples, 0.99);
  const floors = `the minimal server has ${p99(busy.floor).toFixed(1)} over ${p99(quiet.floor).toFixed(1)} ms`;
  return [
    row({
      what: 'tap to overlay DOM changed, update, busy disk over quiet, p99',
      unit: 'ms',
      measured: p99(busy.ours),
      floor: p99(quiet.ours),
      goal: { of: 'ratio', is: 'at most', limit: 2 },
      note: `${busy.ours.length} taps busy, ${quiet.ours.length} quiet; ${floors}`,
    }),
  ];
}

function add(all: Outcome, turn: Outcome): void {
  all.ours.push(...turn.ours);
  all.floor.push(...turn.floor);
}
