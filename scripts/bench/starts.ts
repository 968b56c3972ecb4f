import { get } from 'node:http';
import { BuiltServer } from '../headless/builtServer.js';
import type { Cleanups } from './cleanups.js';
import { floorServer } from './floor.js';
import type { Plan } from './plan.js';
import { row, type Row } from './row.js';
import { interleave, quantile } from './samples.js';

/** A process that can be started, and ended. */
interface Startable {
  readonly url: string;
  start(): Promise<void>;
}

/** Process start to the first 200, against a bare express and socket.io. */
export async function measureStarts(cleanups: Cleanups, plan: Plan): Promise<Row[]> {
  const server = new BuiltServer(['--obs', 'ws://127.0.0.1:9'], {});
  cleanups.add(() => server.dispose());
  const floor = floorServer();
  cleanups.add(() => floor.end('SIGKILL'));
  const times = await interleave({
    rounds: plan.starts,
    warmUp: 1,
    paceMs: 100,
    goesOn: () => true,
    ours: () => startTime(server, () => server.stop()),
    floor: () => startTime(floor, () => floor.end('SIGKILL')),
  });
  return [
    row({
      what: 'process start to first 200, median',
      unit: 'ms',
      measured: quantile(times.ours, 0.5),
      floor: quantile(times.floor, 0.5),
      goal: { of: 'measured', is: 'at most', limit: 1000 },
      note: `worst of ${times.ours.length}: ${quantile(times.ours, 1).toFixed(0)} ms`,
    }),
  ];
}

async function startTime(startable: Startable, end: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await startable.start();
  await answers(`${startable.url}/healthz`);
  const ms = performance.now() - began;
  await end();
  return ms;
}

function answers(url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = get(url, { agent: false, timeout: 5000 }, ({ statusCode }) => {
      if (statusCode === 200) resolve();
      else reject(new Error(`${url} answered ${statusCode}`));
      request.destroy();
    });
    request.once('timeout', () => request.destroy(new Error(`${url} answered nothing`)));
    request.once('error', reject);
  });
}
