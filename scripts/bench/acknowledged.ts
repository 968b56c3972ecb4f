import type { OBSWebSocket } from 'obs-websocket-js/json';
import type { ObsBooth } from './obsBooth.js';
import { row, type Goal, type Row } from './row.js';
import { interleave, quantile, type Outcome } from './samples.js';

const FASTER: Goal = { of: 'ratio', is: 'below', limit: 1 };
/** More than OBS's own answer and the way from the tablet to the server take, in ms. */
const HARDLY_MORE: Goal = { of: 'measured', is: 'at most', limit: 1 };
const PACE = { warmUp: 6, paceMs: 50, goesOn: () => true };

/** One act that can be done by a tap on a tablet client, or by obs-websocket-js; both answer in ms. */
export interface Contest {
  what: string;
  rounds: number;
  ours: () => Promise<number>;
  floor: (bare: OBSWebSocket) => Promise<number>;
}

/** Tap to OBS's own acknowledgement, against one connection to the same OBS: with the levels on it and without. */
export async function measureAcknowledged(booth: ObsBooth, it: Contest): Promise<Row[]> {
  return eachFloor(booth, it, (like, { ours, floor }) =>
    ([50, 95] as const).map((percent) =>
      row({
        what: `tap to OBS acknowledged, ${it.what}, p${percent}, floor ${like}`,
        unit: 'ms',
        measured: quantile(ours, percent / 100),
        floor: quantile(floor, percent / 100),
        goal: FASTER,
        note: `${ours.length} each; floor: obs-websocket-js on one connection ${like}`,
      }),
    ),
  );
}

/**
 * The same of what OBS answers at once. A tap goes from the tablet to the server first, and that way alone is longer
 * than such an answer: what counts is what we add to the two.
 */
export async function measureAdded(booth: ObsBooth, it: Contest): Promise<Row[]> {
  const { ours: ways } = await interleave({
    ...PACE,
    rounds: it.rounds,
    ours: () => booth.desk.roundTrip(),
    floor: () => Promise.resolve(0),
  });
  return eachFloor(booth, it, (like, { ours, floor }) =>
    ([50, 95] as const).map((percent) => {
      const at = (times: readonly number[]) => quantile(times, percent / 100);
      const [tap, answer, way] = [at(ours), at(floor), at(ways)];
      return row({
        what: `added to way and answer, ${it.what}, p${percent}, floor ${like}`,
        unit: 'ms',
        measured: tap - answer - way,
        floor: null,
        goal: HARDLY_MORE,
        note: `tap ${ms(tap)}, OBS's answer ${ms(answer)}, tablet to server and back ${ms(way)}; ${ours.length} each`,
      });
    }),
  );
}

async function eachFloor(
  { bare, bareWithLevels }: ObsBooth,
  it: Contest,
  rowsOf: (like: string, outcome: Outcome) => Row[],
): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [client, like] of [
    [bareWithLevels, 'with levels'],
    [bare, 'without levels'],
  ] as const) {
    const outcome = await interleave({
      ...PACE,
      rounds: Math.ceil(it.rounds / 2),
      ours: it.ours,
      floor: () => it.floor(client),
    });
    rows.push(...rowsOf(like, outcome));
  }
  return rows;
}

function ms(time: number): string {
  return `${time.toFixed(1)} ms`;
}
