import type { OBSWebSocket } from 'obs-websocket-js/json';
import { io } from 'socket.io-client';
import type { Watch } from '../../server/protocol/events.js';
import type { HeadlessObs } from '../headless/obs.js';
import type { Cleanups } from './cleanups.js';
import { handshake } from './desk.js';
import type { ObsBooth } from './obsBooth.js';
import type { Plan } from './plan.js';
import { loadOf } from './processLoad.js';
import { row, type Row } from './row.js';

const TURNS = 2;

interface Cost {
  cpuPercent: number;
  /** Share of frames that OBS drew too late, in percent. */
  latePercent: number;
}

/** What our pictures and levels cost OBS: its CPU and its late frames with a panel that looks, and with none. */
export async function measureObsCost(
  cleanups: Cleanups,
  { obs, server, desk, bare }: ObsBooth,
  plan: Plan,
): Promise<Row[]> {
  const sceneIds = (desk.state.scenes ?? []).map(({ id }) => id);
  const socket = io(`${server.url}/desk`, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    auth: handshake(await server.device('producer', 'Looking')),
  });
  cleanups.add(() => socket.disconnect());
  const look = (isLooking: boolean) => {
    const watch: Watch = {
      program: isLooking,
      sceneIds: isLooking ? sceneIds : [],
      statistics: isLooking,
      levels: isLooking,
    };
    socket.emit('watch', watch);
  };

  const costs: Record<'looking' | 'alone', Cost[]> = { looking: [], alone: [] };
  for (let turn = 0; turn < TURNS; turn++) {
    look(false);
    costs.alone.push(await costOf(bare, obs, plan));
    look(true);
    costs.looking.push(await costOf(bare, obs, plan));
  }
  const mean = (of: 'looking' | 'alone', what: keyof Cost) =>
    costs[of].reduce((sum, cost) => sum + cost[what], 0) / TURNS;
  const note = 'a panel that looks at program, all scenes, figures and levels, against none that looks';
  return [
    row({
      what: 'OBS, of one core, with pictures and levels',
      unit: '%',
      measured: mean('looking', 'cpuPercent'),
      floor: mean('alone', 'cpuPercent'),
      goal: { of: 'ratio', is: 'at most', limit: 1.2 },
      note,
    }),
    row({
      what: 'OBS, frames drawn too late, with pictures and levels',
      unit: '%',
      measured: mean('looking', 'latePercent'),
      floor: null,
      goal: { of: 'measured', is: 'at most', limit: 1 },
      note: `${mean('alone', 'latePercent').toFixed(2)} % without`,
    }),
  ];
}

async function costOf(bare: OBSWebSocket, obs: HeadlessObs, plan: Plan): Promise<Cost> {
  const before = await bare.call('GetStats');
  const { cpuPercent } = await loadOf(obs.pid, plan.loadMs);
  const after = await bare.call('GetStats');
  const late = after.renderSkippedFrames - before.renderSkippedFrames;
  const drawn = after.renderTotalFrames - before.renderTotalFrames;
  return { cpuPercent, latePercent: (late / Math.max(drawn, 1)) * 100 };
}
