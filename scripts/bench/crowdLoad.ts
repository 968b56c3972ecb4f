import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Watch } from '../../server/protocol/events.js';
import type { BuiltServer } from '../headless/builtServer.js';
import { crowdOf } from './crowdOf.js';
import type { Cleanups } from './cleanups.js';
import { within } from './deadline.js';
import { endHelper, startHelper } from './helper.js';
import type { ObsBooth } from './obsBooth.js';
import type { Plan } from './plan.js';
import { loadOf } from './processLoad.js';
import { row, type Goal, type Row } from './row.js';

const CROWD = 200;
const NOTHING: Watch = { program: false, sceneIds: [], statistics: false, levels: false };
const SMALL: Goal = { of: 'measured', is: 'at most', limit: 150 };
const CHEAP: Goal = { of: 'measured', is: 'at most', limit: 15 };
const ANSWER_LIMIT_MS = 3000;

/** Memory and CPU of the server while two hundred panels look at the levels; then at the pictures as well. */
export async function measureCrowdLoad(
  cleanups: Cleanups,
  { server, desk }: ObsBooth,
  plan: Plan,
): Promise<Row[]> {
  const sceneIds = (desk.state.scenes ?? []).map(({ id }) => id);
  const levels: Watch = { ...NOTHING, levels: true };
  const all: Watch = { program: true, sceneIds, statistics: true, levels: true };
  return [
    ...(await measure(cleanups, server, plan, levels, 'levels')),
    ...(await measure(cleanups, server, plan, all, 'levels, pictures and figures')),
  ];
}

async function measure(
  cleanups: Cleanups,
  server: BuiltServer,
  plan: Plan,
  watch: Watch,
  what: string,
): Promise<Row[]> {
  const args = [server.url, await crowdOf(server, CROWD), JSON.stringify(watch)];
  const crowd = await startHelper(cleanups, 'listenersProcess.js', args);
  // What was started with the crowd is paid for; what flows is what counts.
  await loadOf(server.pid, 2000);
  const before = await toldTo(crowd);
  const { cpuPercent, memoryMib } = await loadOf(server.pid, plan.loadMs);
  const after = await toldTo(crowd);
  await endHelper(crowd);
  const each = (kind: keyof Told) => ((after[kind] - before[kind]) / CROWD / (plan.loadMs / 1000)).toFixed(1);
  if (after.levels === before.levels) throw new Error('No levels flowed: nothing was measured.');
  const note = `each was told ${each('levels')} levels and ${each('pictures')} pictures a second`;
  const name = `${CROWD} clients, ${what}`;
  return [
    row({ what: `memory, ${name}`, unit: 'MiB', measured: memoryMib, floor: null, goal: SMALL, note }),
    row({ what: `of one core, ${name}`, unit: '%', measured: cpuPercent, floor: null, goal: CHEAP, note }),
  ];
}

interface Told {
  levels: number;
  pictures: number;
}

async function toldTo(crowd: ChildProcess): Promise<Told> {
  const answer = once(crowd, 'message');
  crowd.send('how many');
  const answers: unknown[] = await within(ANSWER_LIMIT_MS, 'what the crowd was told', answer);
  // Our own process says it.
  return answers[0] as Told;
}
