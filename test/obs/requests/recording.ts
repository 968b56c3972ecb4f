import type OBSWebSocket from 'obs-websocket-js/json';
import type { OBSResponseTypes } from 'obs-websocket-js/json';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Target } from '../targets.js';
import { failureOf, until } from './asking.js';

/** Recording: what its requests answer, and the events that say what became of it. */
export function recordRequests(target: () => Target): void {
  let obs: OBSWebSocket;
  let takes = 0;
  beforeEach(async () => {
    obs = await target().poke();
    await obs.call('SetProfileParameter', formatting(`take ${++takes} %hh-%mm-%ss`)); // OBS starts no take twice
  });
  afterEach(async () => {
    const { outputActive } = await obs.call('GetRecordStatus');
    if (outputActive) await stop(obs);
  });

  it('start, stop, and name the file in the last event', async () => {
    const states: string[] = [];
    obs.on('RecordStateChanged', ({ outputState }) => states.push(short(outputState)));
    const { outputPath } = await start(obs);
    expect(outputPath).toMatch(/\.mkv$/);
    expect(await failureOf(obs, 'StartRecord', undefined)).toBe(500);
    const stopped = reached(obs, 'STOPPED');
    expect(await obs.call('StopRecord')).toEqual({ outputPath });
    expect(await stopped).toMatchObject({ outputActive: false, outputPath });
    expect(states).toEqual(['STARTING', 'STARTED', 'STOPPING', 'STOPPED']);
    await rest(obs);
    expect(await obs.call('GetRecordStatus')).toMatchObject({ outputActive: false, outputDuration: 0 });
  });

  it('count bytes that rise', async () => {
    await start(obs);
    const first = await bytesAbove(obs, 0);
    expect(await bytesAbove(obs, first)).toBeGreaterThan(first);
  });

  it('accept a pause of nothing, and do nothing', async () => {
    await obs.call('PauseRecord');
    expect(await obs.call('GetRecordStatus')).toMatchObject({ outputActive: false, outputPaused: false });
  });

  it('name the file as the profile says, without what a file name cannot hold', async () => {
    await obs.call('SetProfileParameter', formatting('Take: %% one %CCYY'));
    const { outputPath } = await start(obs);
    expect(outputPath).toContain(`/Take_ % one ${new Date().getFullYear()}.mkv`);
    const { recordDirectory } = await obs.call('GetRecordDirectory');
    expect(outputPath.startsWith(`${recordDirectory}/`)).toBe(true);
  });

  it('number a take whose name is there already', async () => {
    await obs.call('SetProfileParameter', formatting('twice'));
    const paths: string[] = [];
    for (let take = 0; take < 2; take++) {
      paths.push((await start(obs)).outputPath);
      await stop(obs);
    }
    const { recordDirectory } = await obs.call('GetRecordDirectory');
    expect(paths).toEqual([`${recordDirectory}/twice.mkv`, `${recordDirectory}/twice (2).mkv`]);
  });

  it('answer OK to a start that has no folder to write to, and say nothing more', async () => {
    const states: string[] = [];
    obs.on('RecordStateChanged', ({ outputState }) => states.push(short(outputState)));
    const { recordDirectory } = await obs.call('GetRecordDirectory');
    await obs.call('SetProfileParameter', folder('/nowhere at all'));
    await obs.call('StartRecord');
    await breath(obs, 500); // it looks at the folder when it comes to it, not when it answers
    await obs.call('SetProfileParameter', folder(recordDirectory));
    await start(obs);
    expect(states).toEqual(['STARTING', 'STARTED']);
  });
}

function folder(parameterValue: string) {
  return { parameterCategory: 'SimpleOutput', parameterName: 'FilePath', parameterValue };
}

function formatting(parameterValue: string) {
  return { parameterCategory: 'Output', parameterName: 'FilenameFormatting', parameterValue };
}

function reached(obs: OBSWebSocket, state: string) {
  return until(obs, 'RecordStateChanged', ({ outputState }) => short(outputState) === state);
}

async function start(obs: OBSWebSocket) {
  const started = reached(obs, 'STARTED');
  await obs.call('StartRecord');
  return started;
}

async function stop(obs: OBSWebSocket) {
  const stopped = reached(obs, 'STOPPED');
  await obs.call('StopRecord');
  await stopped;
  await rest(obs);
}

/** Asks until the recorder is idle: for a moment after STOPPED the status still calls it active. */
async function rest(obs: OBSWebSocket): Promise<void> {
  await askUntil(obs, ({ outputActive }) => !outputActive);
}

/** Asks until the count is above; bytes make no event. */
async function bytesAbove(obs: OBSWebSocket, bytes: number): Promise<number> {
  return (await askUntil(obs, ({ outputBytes }) => outputBytes > bytes)).outputBytes;
}

async function askUntil(obs: OBSWebSocket, fits: (status: Status) => boolean): Promise<Status> {
  for (const deadline = Date.now() + 10_000; Date.now() < deadline;) {
    const status = await obs.call('GetRecordStatus');
    if (fits(status)) return status;
    await breath(obs, 50);
  }
  throw new Error('the recorder did not get there within 10 s');
}

/** As long as OBS takes for its own sleep. */
async function breath(obs: OBSWebSocket, sleepMillis: number): Promise<void> {
  await obs.callBatch([{ requestType: 'Sleep', requestData: { sleepMillis } }]);
}

type Status = OBSResponseTypes['GetRecordStatus'];

function short(state: string): string {
  return state.replace('OBS_WEBSOCKET_OUTPUT_', '');
}
