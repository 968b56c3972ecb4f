import type OBSWebSocket from 'obs-websocket-js/json';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Feeds } from '../../server/obs/feeds/feeds.js';
import type { Levels, ScenePicture, Statistics, Watch } from '../../server/protocol/events.js';
import { startRig, type Rig } from './rig.js';
import { describeEachObs } from './targets.js';

const NOTHING: Watch = { program: false, sceneIds: [], statistics: false, levels: false };
const JPEG_START = [0xff, 0xd8, 0xff];
/** An OBS without time to draw is asked for a picture every 8 s, and for its cameras every 15 s. */
const SLOWEST = { timeout: 25_000, interval: 50 };

describeEachObs('what flows while somebody looks', (target, kind) => {
  let rig: Rig;
  let other: OBSWebSocket;
  let feeds: Feeds;
  let pictures: ScenePicture[];
  let statistics: Statistics[];
  let levels: Levels[];

  beforeEach(async () => {
    other = await target().poke();
    rig = startRig({ ...target(), knownSceneId: () => undefined });
    pictures = [];
    statistics = [];
    levels = [];
    feeds = new Feeds({
      link: rig.link,
      mirror: rig.mirror,
      clock: rig.clock,
      log: rig.log,
      onPicture: (it) => pictures.push(it),
      onStatistics: (it) => statistics.push(it),
      onLevels: (it) => levels.push(it),
    });
    rig.hearMeters((meters) => feeds.measured(meters));
    await rig.until('connected', ({ obs }) => obs?.link === 'connected');
  });
  afterEach(async () => {
    feeds.stop();
    await rig.stop();
    expect(rig.faults).toEqual([]);
  });

  it('is a JPEG of program several times in a few seconds, and one of each other scene', async () => {
    const [wide, demo] = [rig.sceneId('Wide'), rig.sceneId('Demo')];
    feeds.want({ ...NOTHING, program: true, sceneIds: [wide, demo] });
    const of = (id: string) => pictures.filter(({ sceneId }) => sceneId === id);
    await expect.poll(() => of(wide).length, SLOWEST).toBeGreaterThan(3);
    await expect.poll(() => of(demo).length, SLOWEST).toBeGreaterThan(0);
    for (const { jpeg } of pictures) {
      expect([...new Uint8Array(jpeg ?? new ArrayBuffer(0)).slice(0, 3)]).toEqual(JPEG_START);
    }
    expect(of(wide).at(-1)?.dead).toEqual([]);
  });

  it('is OBS’s figures, with the disk that it records to', async () => {
    feeds.want({ ...NOTHING, statistics: true });
    await expect.poll(() => statistics.length, SLOWEST).toBeGreaterThan(1);
    expect(statistics.at(-1)).toMatchObject({ stream: null, record: null });
    expect(statistics.at(-1)?.diskFreeBytes).toBeGreaterThan(0);
  });

  it('holds up no cut, and follows program to the next scene', async () => {
    feeds.want({ ...NOTHING, program: true });
    await expect.poll(() => pictures.length, SLOWEST).toBeGreaterThan(0);
    const demo = rig.sceneId('Demo');
    await rig.verbs.program.cut(demo, rig.clock.now());
    await rig.until('the cut', ({ program }) => program?.sceneId === demo && program.goingTo === null);
    await expect.poll(() => pictures.at(-1)?.sceneId, SLOWEST).toBe(demo);
    await rig.verbs.program.cut(rig.sceneId('Wide'), rig.clock.now());
    await rig.until('the cut back', ({ program }) => program?.sceneId === rig.sceneId('Wide'));
  });

  // The simulator's generators never end; what OBS says of one that did is tested in test/unit/obs.
  it.runIf(kind.isReal)(
    'names a camera whose feed ended, once it had a picture',
    { timeout: 90_000 },
    async () => {
      const { inputSettings } = await other.call('GetInputSettings', { inputName: 'Camera wide' });
      feeds.want({ ...NOTHING, sceneIds: [rig.sceneId('Wide')] });
      await expect.poll(() => pictures.length, SLOWEST).toBeGreaterThan(0);
      const broken = { ...inputSettings, input: '/nowhere.mp4', input_format: '' };
      await other.call('SetInputSettings', { inputName: 'Camera wide', inputSettings: broken });
      await expect.poll(() => pictures.at(-1)?.dead, SLOWEST).toEqual(['Camera wide']);
      await other.call('SetInputSettings', { inputName: 'Camera wide', inputSettings });
      await expect.poll(() => pictures.at(-1)?.dead, SLOWEST).toEqual([]);
    },
  );
});
