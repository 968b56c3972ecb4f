import type OBSWebSocket from 'obs-websocket-js/json';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { RecordOutput } from '../../server/protocol/slices.js';
import { TARGETS, type Target } from './far.js';
import { connectOther, startRig, type Rig } from './rig.js';

describe.each(TARGETS)('recordings of $name', ({ open }) => {
  let target: Target;
  let rig: Rig;
  let other: OBSWebSocket;

  const start = () => startRig({ ...target, knownSceneId: () => undefined });
  const connected = (it: Rig) => it.until('connected', ({ obs }) => obs?.link === 'connected');
  const recorded = (state: RecordOutput['state']) =>
    rig.until(`recording ${state}`, ({ record }) => record?.state === state);
  const states = () => rig.history.flatMap(({ set }) => set.record?.state ?? []);

  beforeAll(async () => {
    target = await open();
  }, 60_000);
  beforeEach(async () => {
    other = await connectOther(target.url, target.password);
    rig = start();
    await connected(rig);
    await recorded('off');
  });
  afterEach(async () => {
    await rig.stop();
    await other.disconnect();
    expect(rig.faults).toEqual([]);
  });
  afterAll(() => target.stop());

  it('are on when OBS says so, with their file and the time that runs', async () => {
    const askedAt = rig.clock.now();
    await rig.verbs.startRecord();
    const on = await recorded('on');
    expect(on.record?.startedAt).toBeGreaterThanOrEqual(askedAt);
    expect(on.record?.path).toMatch(/\.mkv$/);
    await expect(rig.verbs.startRecord()).rejects.toMatchObject({ code: 'already-recording' });
    await rig.verbs.stopRecord();
    await recorded('off');
    expect(states()).toEqual(['off', 'starting', 'on', 'stopping', 'off']);
    await expect(rig.verbs.stopRecord()).rejects.toMatchObject({ code: 'not-recording' });
  });

  it('are seen when somebody starts, pauses and stops them in OBS', async () => {
    await other.call('StartRecord');
    const on = await recorded('on');
    await other.call('PauseRecord');
    const paused = await recorded('paused');
    expect(paused.record?.startedAt).toBe(on.record?.startedAt);
    await other.call('ResumeRecord');
    const resumed = await recorded('on');
    expect(resumed.record?.startedAt).toBeGreaterThanOrEqual(on.record?.startedAt ?? Infinity);
    await other.call('StopRecord');
    await recorded('off');
  });

  it('keep their time and file through a lost link, and through a restart of the server', async () => {
    await rig.verbs.startRecord();
    const on = await recorded('on');
    await rig.stop();
    rig.link.start();
    const back = await rig.until(
      'connected again',
      ({ obs, record }) => obs?.link === 'connected' && record != null,
    );
    expect(back.record).toEqual(on.record);

    const counting = async () => (await other.call('GetRecordStatus')).outputDuration > 0;
    while (!(await counting()));
    const restarted = start();
    const { record } = await connected(restarted);
    await restarted.stop();
    expect(record).toMatchObject({ state: 'on', path: on.record?.path });
    expect(Math.abs((record?.startedAt ?? 0) - (on.record?.startedAt ?? 0))).toBeLessThan(1000);
    await rig.verbs.stopRecord();
    await recorded('off');
  });

  it('that OBS acknowledges and never starts are never shown as on', async () => {
    const folder = { parameterCategory: 'SimpleOutput', parameterName: 'FilePath' };
    const { parameterValue } = await other.call('GetProfileParameter', folder);
    await other.call('SetProfileParameter', { ...folder, parameterValue: '/nowhere/at/all' });
    await rig.verbs.startRecord();
    await rig.verbs.lookAgain();
    await other.call('SetProfileParameter', { ...folder, parameterValue });
    expect(rig.state.record?.state).toBe('off');
    expect(states()).not.toContain('on');
  });
});
