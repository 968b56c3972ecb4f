import type OBSWebSocket from 'obs-websocket-js/json';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { recordFolder, recordedBytes } from '../../server/obs/recordCounts.js';
import type { RecordOutput } from '../../server/protocol/slices.js';
import { startRig, takeFile, type Rig } from './rig.js';
import { describeEachObs } from './targets.js';

describeEachObs('recordings', (target, kind) => {
  let rig: Rig;
  let other: OBSWebSocket;

  const start = () => startRig({ ...target(), knownSceneId: () => undefined });
  const connected = (it: Rig) => it.until('connected', ({ obs }) => obs?.link === 'connected');
  const recorded = (state: RecordOutput['state']) =>
    rig.until(`recording ${state}`, ({ record }) => record?.state === state);
  /** OBS never ends a recording that is paused or stopped before its first frame. */
  const counted = async (moreThanMs: number) => {
    for (;;) {
      const { outputDuration } = await other.call('GetRecordStatus');
      if (outputDuration > moreThanMs) return outputDuration;
    }
  };
  const states = () => rig.history.flatMap(({ set }) => set.record?.state ?? []);

  beforeEach(async () => {
    other = await target().poke();
    rig = start();
    await connected(rig);
    await recorded('off');
  });
  afterEach(async () => {
    await rig.stop();
    expect(rig.faults).toEqual([]);
  });

  it('are on when OBS says so, with their file and the time that runs', async () => {
    const askedAt = rig.clock.now();
    await rig.verbs.record.start(takeFile(), rig.clock.now());
    const on = await recorded('on');
    expect(on.record?.startedAt).toBeGreaterThanOrEqual(askedAt);
    expect(on.record?.path).toMatch(/\.mkv$/);
    expect(on.record?.path?.startsWith(`${await recordFolder(rig.link)}/`)).toBe(true);
    await expect(rig.verbs.record.start(takeFile(), rig.clock.now())).rejects.toMatchObject({
      code: 'already-recording',
    });
    await counted(0);
    await rig.verbs.record.stop(rig.clock.now());
    await recorded('off');
    expect(states()).toEqual(['off', 'starting', 'on', 'stopping', 'off']);
    await expect(rig.verbs.record.stop(rig.clock.now())).rejects.toMatchObject({ code: 'not-recording' });
  });

  it('are seen when somebody starts and stops them in OBS', async () => {
    await other.call('StartRecord');
    await recorded('on');
    await counted(0);
    await other.call('StopRecord');
    await recorded('off');
  });

  // OBS 29 may never end a recording that was paused in its first seconds: there is nothing to wait for.
  it.runIf(!kind.isReal)(
    'are seen when somebody pauses them in OBS, which says there that none is active',
    async () => {
      await other.call('StartRecord');
      const on = await recorded('on');
      const before = await counted(0);
      await other.call('PauseRecord');
      const paused = await recorded('paused');
      expect(paused.record?.startedAt).toBe(on.record?.startedAt);
      await other.call('ResumeRecord');
      const resumed = await recorded('on');
      expect(resumed.record?.startedAt).toBeGreaterThanOrEqual(on.record?.startedAt ?? Infinity);
      await counted(before);
      await other.call('StopRecord');
      await recorded('off');
    },
  );

  it('keep their time and file through a lost link, and through a restart of the server', async () => {
    await rig.verbs.record.start(takeFile(), rig.clock.now());
    const on = await recorded('on');
    await rig.stop();
    rig.link.start();
    const back = await rig.until(
      'connected again',
      ({ obs, record }) => obs?.link === 'connected' && record != null,
    );
    expect(back.record).toEqual(on.record);

    await counted(0);
    const tellsPath = (await other.call('GetVersion')).availableRequests.includes('GetOutputSettings');
    const restarted = start();
    const { record } = await connected(restarted);
    await restarted.stop();
    expect(record?.state).toBe('on');
    expect(record?.path).toBe(tellsPath ? on.record?.path : null);
    expect(Math.abs((record?.startedAt ?? 0) - (on.record?.startedAt ?? 0))).toBeLessThan(1000);
    await rig.verbs.record.stop(rig.clock.now());
    await recorded('off');
  });

  it('that OBS acknowledges and never starts are never shown as on', async () => {
    const mend = await breakRecording();
    await rig.verbs.record.start(takeFile(), rig.clock.now());
    await rig.verbs.lookAgain();
    await mend();
    expect(rig.state.record?.state).toBe('off');
    expect(states()).not.toContain('on');
  });

  if (!kind.isReal) {
    it('that end without a word of OBS are off soon after somebody asked, and known to have died', async () => {
      await rig.verbs.record.start(takeFile(), rig.clock.now());
      await recorded('on');
      target().simulator?.booth.recording.die();
      await recordedBytes(rig.link, () => rig.mirror.doubt());
      const off = await recorded('off');
      expect(off.record).toMatchObject({ hasDied: true, startedAt: null });
      expect(states()).not.toContain('stopping');
      await rig.verbs.record.start(takeFile(), rig.clock.now());
      expect((await recorded('on')).record?.hasDied).toBe(false);
      await counted(0);
      await rig.verbs.record.stop(rig.clock.now());
      expect((await recorded('off')).record?.hasDied).toBe(false);
    });

    it('that are refused say why, and the mirror is read again', async () => {
      target().simulator?.faults.refuse('StartRecord', 702, 'No disk.');
      const refusal = { code: 'obs-refused', params: { reason: 'No disk.' } };
      await expect(rig.verbs.record.start(takeFile(), rig.clock.now())).rejects.toMatchObject(refusal);
      target().simulator?.faults.clear();
      expect(rig.state.record?.state).toBe('off');
    });
  }

  /** From here on OBS says OK to a start and records nothing; the answer mends it. */
  async function breakRecording(): Promise<() => Promise<unknown>> {
    const { simulator } = target();
    if (simulator !== null) {
      simulator.faults.lie('StartRecord');
      return () => Promise.resolve(simulator.faults.clear());
    }
    const folder = { parameterCategory: 'SimpleOutput', parameterName: 'FilePath' };
    const { parameterValue } = await other.call('GetProfileParameter', folder);
    await other.call('SetProfileParameter', { ...folder, parameterValue: '/nowhere/at/all' });
    return () => other.call('SetProfileParameter', { ...folder, parameterValue });
  }
});
