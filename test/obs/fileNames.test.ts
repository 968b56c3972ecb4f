import { basename } from 'node:path';
import type OBSWebSocket from 'obs-websocket-js/json';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startRig, takeFile, type Rig } from './rig.js';
import { describeEachObs } from './targets.js';

const FORMATTING = { parameterCategory: 'Output', parameterName: 'FilenameFormatting' };

describeEachObs('names of recordings', (target, kind) => {
  let rig: Rig;
  let other: OBSWebSocket;
  let theirs: string;

  const formatting = async () => (await other.call('GetProfileParameter', FORMATTING)).parameterValue;
  const recorded = (state: 'on' | 'off') =>
    rig.until(`recording ${state}`, ({ record }) => record?.state === state, 15_000);
  /** OBS never ends a recording that is stopped before its first frame. */
  const stop = async () => {
    while ((await other.call('GetRecordStatus')).outputDuration === 0);
    await other.call('StopRecord');
    await recorded('off');
  };
  const open = async () => {
    rig = startRig({ ...target(), knownSceneId: () => undefined });
    await rig.until('connected', ({ obs, record }) => obs?.link === 'connected' && record?.state === 'off');
  };

  beforeEach(async () => {
    other = await target().poke();
    await open();
    theirs = await formatting();
  });
  afterEach(async () => {
    await rig.verbs.record.putFormattingBack(rig.clock.now());
    await rig.stop();
    expect(await formatting()).toBe(theirs);
    expect(rig.faults).toEqual([]);
  });

  it.each(['Zoë 👩🏽‍💻 李小龍, محمد الخوارزمي 02', "100 % %CCYY O'Neill & Søn (+2), Ltd. 05"])(
    'are what was asked for: %s',
    async (name) => {
      const file = `${takeFile()} ${name}`;
      await rig.verbs.record.start(file, rig.clock.now());
      const { record } = await recorded('on');
      expect(basename(record?.path ?? '')).toBe(`${file}.mkv`);
      await rig.verbs.record.putFormattingBack(rig.clock.now());
      expect(await formatting()).toBe(theirs);
      await stop();
    },
  );

  it('are OBS’s own again for its own button, after a server that died in between, too', async () => {
    const file = takeFile();
    await rig.verbs.record.start(file, rig.clock.now());
    await recorded('on');
    expect(await formatting()).toBe(file);
    const left = rig.kept;
    await rig.stop();
    await stopElsewhere();
    await open();
    for (const [profile, own] of left) rig.kept.set(profile, own);
    await rig.verbs.record.putFormattingBack(rig.clock.now());
    await other.call('StartRecord');
    const { record } = await recorded('on');
    expect(basename(record?.path ?? '')).toMatch(/^\d{4}-\d\d-\d\d \d\d-\d\d-\d\d\.mkv$/);
    await stop();
  });

  it('leave alone what somebody changed meanwhile', async () => {
    await rig.verbs.record.start(takeFile(), rig.clock.now());
    await recorded('on');
    await other.call('SetProfileParameter', { ...FORMATTING, parameterValue: 'mine %ss' });
    await rig.verbs.record.putFormattingBack(rig.clock.now());
    expect(await formatting()).toBe('mine %ss');
    expect(rig.kept.size).toBe(0);
    await other.call('SetProfileParameter', { ...FORMATTING, parameterValue: theirs });
    await stop();
  });

  it('never come to be the user’s own when two takes follow each other at once', async () => {
    await rig.verbs.record.start(takeFile(), rig.clock.now());
    await recorded('on');
    await stop();
    await rig.verbs.record.start(takeFile(), rig.clock.now());
    await recorded('on');
    await rig.verbs.record.putFormattingBack(rig.clock.now());
    expect(await formatting()).toBe(theirs);
    await stop();
  });

  if (!kind.isReal) {
    it.each(['GetProfileList', 'SetProfileParameter'])(
      'that OBS refuses (%s) cost no recording',
      async (request) => {
        target().simulator?.faults.refuse(request, 702, 'No.');
        await rig.verbs.record.start(takeFile(), rig.clock.now());
        await recorded('on');
        target().simulator?.faults.clear();
        await stop();
      },
    );
  }

  async function stopElsewhere(): Promise<void> {
    while ((await other.call('GetRecordStatus')).outputDuration === 0);
    await other.call('StopRecord');
    while ((await other.call('GetRecordStatus')).outputActive);
  }
});
