import type { OBSWebSocket } from 'obs-websocket-js/json';
import type { ObsBooth } from './obsBooth.js';
import { row, type Goal, type Row } from './row.js';
import { interleave, quantile, type Outcome } from './samples.js';

const FASTER: Goal = { of: 'ratio', is: 'below', limit: 1 };

/** One act that can be done by a tap on a tablet client, or by obs-websocket-js; both answer in ms. */
export interface Contest {
  what: string;
  rounds: number;
  ours: () => Promise<number>;
  floor: (bare: OBSWebSocket) => Promise<number>;
}

/** Tap to OBS's own acknowledgement, against one connection to the same OBS: with the levels on it and without. */
export async function measureAcknowledged({ bare, bareWithLevels }: ObsBooth, it: Contest): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [client, like] of [
    [bareWithLevels, 'with levels'],
    [bare, 'without levels'],
  ] as const) {
    const outcome = await interleave({
      rounds: Math.ceil(it.rounds / 2),
      warmUp: 6,
      paceMs: 50,
      goesOn: () => true,
      ours: it.ours,
      floor: () => it.floor(client),
    });
    rows.push(...rowsOf(it.what, like, outcome));
  }
  return rows;
}

function rowsOf(what: string, like: string, { ours, floor }: Outcome): Row[] {
  return ([50, 95] as const).map((percent) =>
    row({
      what: `tap to OBS acknowledged, ${what}, p${percent}, floor ${like}`,
      unit: 'ms',
      measured: quantile(ours, percent / 100),
      floor: quantile(floor, percent / 100),
      goal: FASTER,
      note: `${ours.length} each; floor: obs-websocket-js on one connection ${like}`,
    }),
  );
}
