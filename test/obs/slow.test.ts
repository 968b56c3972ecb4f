import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startRig, type Rig } from './rig.js';
import { TARGETS, type Target } from './targets.js';

const SIMULATORS = TARGETS.filter(({ isReal }) => !isReal);
/** Each answer; an OBS on a busy machine took 0.36 s. */
const LATE_MS = 200;
/** One answer after the other it took nineteen of them, which was 3.8 s. */
const SOON_MS = 2200;

describe.each(SIMULATORS)('an OBS that answers late: $name', (kind) => {
  let target: Target;
  let rig: Rig;

  beforeEach(async () => {
    target = await kind.open();
    target.simulator?.faults.slow(LATE_MS);
    rig = startRig({ ...target, knownSceneId: () => undefined });
  });
  afterEach(async () => {
    await rig.stop();
    await target.disconnectPokes();
    await target.stop();
    expect(rig.faults).toEqual([]);
  });

  it('is mirrored after a few answers, and so is its next collection', async () => {
    await rig.until('connected', ({ obs }) => obs?.link === 'connected', SOON_MS);
    const other = await target.poke();
    await other.call('CreateSceneCollection', { sceneCollectionName: 'Second' });
    await rig.until('the second', ({ obs }) => obs?.collection === 'Second' && !obs.changing, SOON_MS);
    expect(rig.state.program?.sceneId).toBe(rig.state.scenes?.[0]?.id);
  });

  it('tells of a cut, a recording and a stream that come at once as soon as of one', async () => {
    await rig.until('connected', ({ obs }) => obs?.link === 'connected', SOON_MS);
    const other = await target.poke();
    await Promise.all([
      other.call('SetCurrentProgramScene', { sceneName: 'Demo' }),
      other.call('StartRecord'),
      other.call('StartStream'),
    ]);
    await rig.until(
      'all three',
      ({ program, record, stream }) =>
        program?.sceneId === rig.sceneId('Demo') && record?.state === 'on' && stream?.state === 'on',
      SOON_MS,
    );
  });
});
