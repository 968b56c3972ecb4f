import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ServerProcess } from '../headless/serverProcess.js';
import type { Cleanups } from './cleanups.js';
import { Desk } from './desk.js';
import { endHelper, startHelper } from './helper.js';
import type { Plan } from './plan.js';
import { row, type Goal, type Row } from './row.js';
import { interleave, quantile, type Outcome } from './samples.js';

const PROGRAM = fileURLToPath(new URL('./tapCostProcess.js', import.meta.url));
const READY = /http:\/\/127\.0\.0\.1:(\d+)\/ ([\w-]{43})\n/;
const GUEST = {
  ...{ guestId: randomUUID(), name: 'Ada Lovelace', pronouns: 'she/her' },
  ...{ title: 'Analytical engines', organisation: 'Royal Society', part: 'guest' as const },
};
/** All turns together, in bytes. */
const BUDGET = 2 ** 30;
const HARDLY_MORE: Goal = { of: 'measured', is: 'at most', limit: 1 };

/** What a tap costs more by pairing, journal and store than without them, with a quiet disk and with a flooded one. */
export async function measureTapCost(cleanups: Cleanups, plan: Plan): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'showfloor-tap-cost-'));
  cleanups.add(() => rmSync(folder, { recursive: true, force: true }));
  const kept = await openDesk(cleanups, [join(folder, 'showfloor.db')]);
  const bare = await openDesk(cleanups, []);
  const race = (goesOn: () => boolean) =>
    interleave({
      ...{ rounds: plan.costs, warmUp: 6, paceMs: 50, goesOn },
      ours: () => arm(kept),
      floor: () => arm(bare),
    });
  const quiet = await race(() => true);
  const writer = await startHelper(cleanups, 'writerProcess.js', [folder, String(BUDGET)]);
  const flooded = await race(() => writer.connected);
  await endHelper(writer);
  return [...rowsOf('a quiet disk', quiet), ...rowsOf('a flooded disk', flooded)];
}

/** A tap that is kept: one slice of the show, and a line in the journal. OBS and overlays have no part in it. */
function arm(desk: Desk): Promise<number> {
  const content = { kind: 'guests' as const, guestIds: [GUEST.guestId] };
  const next = { instanceId: randomUUID(), content, autoOffMs: null, cut: false };
  return desk.tap('graphic.arm', { layer: 'lower-third', next }, undefined);
}

async function openDesk(cleanups: Cleanups, args: readonly string[]): Promise<Desk> {
  const server = new ServerProcess({ args: () => [PROGRAM, ...args], ready: READY, env: {} });
  cleanups.add(() => server.end('SIGKILL'));
  await server.start();
  const desk = new Desk(server.url, READY.exec(server.output)?.[2] ?? '');
  cleanups.add(() => desk.close());
  await desk.open();
  await desk.tap('guest.add', GUEST, undefined);
  return desk;
}

function rowsOf(disk: string, { ours, floor }: Outcome): Row[] {
  return ([50, 95] as const).map((percent) => {
    const [kept, bare] = [ours, floor].map((times) => quantile(times, percent / 100)) as [number, number];
    return row({
      what: `added to a tap by pairing, journal and store, ${disk}, p${percent}`,
      unit: 'ms',
      measured: kept - bare,
      floor: null,
      goal: HARDLY_MORE,
      note: `${kept.toFixed(2)} ms with them, ${bare.toFixed(2)} without; ${ours.length} each`,
    });
  });
}
