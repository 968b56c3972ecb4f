import { execFileSync } from 'node:child_process';
import { rm } from 'node:fs/promises';
import type OBSWebSocket from 'obs-websocket-js/json';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { recordedBytes } from '../../server/obs/recordCounts.js';
import { Alerts } from '../../server/show/alerts.js';
import { Store } from '../../server/show/store.js';
import { lookAtDisk } from '../../server/takes/diskLook.js';
import { FileWatch } from '../../server/takes/fileWatch.js';
import { startRig, takeFile, type Rig } from './rig.js';
import { describeEachObs } from './targets.js';

/** OBS counts on for so long before what it holds back must be on the disk. */
const STUCK_WITHIN_MS = 45_000;

describeEachObs('the file of a recording', (target, kind) => {
  let rig: Rig;
  let store: Store;
  let other: OBSWebSocket;

  const file = () => store.state.recordFile?.state;
  const becomes = (state: string, timeout: number) => expect.poll(file, { timeout }).toBe(state);
  const path = () => store.state.record?.path ?? '';

  beforeEach(async () => {
    other = await target().poke();
    rig = startRig({ ...target(), knownSceneId: () => undefined });
    const disk = { load: () => ({}), write: () => undefined };
    store = new Store({ disk: { ...disk, journal: () => undefined }, onDisk: () => undefined });
    store.open({ alerts: [] });
    const { clock, link } = rig;
    const alerts = new Alerts({ store, clock, troubles: { raised: () => undefined } });
    new FileWatch({
      store,
      clock,
      alerts,
      look: lookAtDisk,
      counted: () => recordedBytes(link, () => rig.mirror.doubt()),
    }).start();
    rig.follow((changes) => store.observe(changes));
    await rig.until('connected', ({ obs }) => obs?.link === 'connected');
    await rig.verbs.record.start(takeFile(), clock.now());
    await rig.until('recording', ({ record }) => record?.state === 'on');
  });
  afterEach(async () => {
    // An OBS whose writer died may have ended it without a word: then there is nothing to stop.
    const { outputActive } = await other.call('GetRecordStatus');
    if (outputActive) await rig.verbs.record.stop(rig.clock.now());
    else await rig.verbs.lookAgain();
    await rig.until('the end', ({ record }) => record?.state === 'off', 10_000);
    await other.disconnect();
    await rig.stop();
  });

  it.runIf(!kind.isReal)('is not seen where OBS writes it somewhere else', async () => {
    await becomes('unseen', 8000);
    expect(store.state.alerts).toEqual([]);
  });

  it.runIf(kind.isReal)('grows, and is said to be stuck soon after somebody deleted it', async () => {
    await becomes('growing', 15_000);
    await rm(path());
    await becomes('stuck', 10_000);
    expect(store.state.record?.state).toBe('on');
    expect(store.state.alerts).toMatchObject([{ code: 'file-not-growing' }]);
  });

  // OBS 29 goes on recording into nothing, or ends it without a word.
  it.runIf(kind.isReal)(
    'is said to be stuck, or the recording to have died, when what writes it died',
    async () => {
      await becomes('growing', 15_000);
      process.kill(muxerOf(path()), 'SIGKILL');
      const known = () => file() === 'stuck' || store.state.record?.hasDied === true;
      await expect.poll(known, { timeout: STUCK_WITHIN_MS }).toBe(true);
    },
  );
});

/** The process that writes this file; a shell of the same words stands between it and OBS. */
function muxerOf(recording: string): number {
  const lines = execFileSync('ps', ['-eo', 'pid=,comm=,args=', '-ww'], { encoding: 'utf8' }).split('\n');
  const line = lines.find((it) => /^\s*\d+ obs-ffmpeg-mux /u.test(it) && it.includes(recording));
  if (line === undefined) throw new Error(`nothing writes ${recording}`);
  return Number.parseInt(line, 10);
}
