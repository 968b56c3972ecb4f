import type OBSWebSocket from 'obs-websocket-js/json';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startRig, takeFile, type Rig } from './rig.js';
import { describeEachObs } from './targets.js';

describeEachObs('outputs beside the recording', (target, kind) => {
  let rig: Rig;
  let other: OBSWebSocket;

  const now = () => rig.clock.now();
  const kept = (state: string) => rig.until(`replay ${state}`, ({ replay }) => replay?.state === state);

  beforeEach(async () => {
    other = await target().poke();
    rig = startRig({ ...target(), knownSceneId: () => undefined });
    await rig.until('connected', ({ obs }) => obs?.link === 'connected');
  });
  afterEach(async () => {
    await rig.stop();
    expect(rig.faults).toEqual([]);
  });

  describe('the last minute', () => {
    it('is kept from a start on, saved with its path, and forgotten by a stop', async () => {
      expect(rig.state.replay).toEqual({ state: 'off', keepsMs: 60_000, saved: null });
      await expect(rig.verbs.replay.save(now())).rejects.toMatchObject({ code: 'replay-off' });
      await rig.verbs.replay.start(now());
      await kept('on');
      await expect(rig.verbs.replay.start(now())).rejects.toMatchObject({ code: 'replay-on' });
      await saved();
      expect(rig.state.replay?.saved?.path).toMatch(/Replay.*\.mkv$/u);
      await rig.verbs.replay.stop(now());
      await kept('off');
      expect(rig.state.replay?.saved?.path).toMatch(/Replay.*\.mkv$/u);
    });

    it('is seen when somebody keeps it in OBS', async () => {
      await other.call('StartReplayBuffer');
      await kept('on');
      await other.call('StopReplayBuffer');
      await kept('off');
    });

    /** OBS says nothing of a save that comes before the first key frame: it is asked again. */
    async function saved(): Promise<void> {
      await expect
        .poll(
          async () => {
            await rig.verbs.replay.save(now());
            return rig
              .until('saved', ({ replay }) => replay?.saved != null, 1000)
              .then(
                () => true,
                () => false,
              );
          },
          { timeout: 8000 },
        )
        .toBe(true);
    }
  });

  it('of which the virtual camera is absent where OBS has none', async () => {
    if (!kind.hasUuids) {
      expect(rig.state.virtualCamera).toEqual({ state: 'absent' });
      return;
    }
    await rig.verbs.virtualCamera.set(true, now());
    await rig.until('the camera on', ({ virtualCamera }) => virtualCamera?.state === 'on');
    await other.call('StopVirtualCam');
    await rig.until('the camera off', ({ virtualCamera }) => virtualCamera?.state === 'off');
  });

  it('are told whether this OBS can split a file and put a chapter into it', async () => {
    const able = kind.hasUuids;
    expect(rig.state.abilities).toEqual({ split: able, chapter: able });
    if (!able) {
      await expect(rig.verbs.record.split(now())).rejects.toMatchObject({ code: 'obs-refused' });
      return;
    }
    await rig.verbs.record.start(takeFile(), now());
    const first = await rig.until('a file', ({ record }) => record?.state === 'on' && record.path !== null);
    await rig.verbs.record.split(now());
    await rig.until('another file', ({ record }) => record?.path !== first.record?.path);
    await rig.verbs.record.chapter('The demo', now());
    await rig.verbs.record.chapter('', now());
    expect(target().simulator?.booth.recording.chapters).toEqual(['The demo', 'Unnamed 2']);
    await rig.verbs.record.stop(now());
    await rig.until('the end', ({ record }) => record?.state === 'off');
  });

  if (!kind.isReal) {
    it('that nobody set up are absent, and are there once somebody did', async () => {
      const refusal = 'Replay buffer is not available.';
      target().simulator?.faults.refuse('GetReplayBufferStatus', 604, refusal);
      await rig.verbs.lookAgain();
      expect(rig.state.replay?.state).toBe('absent');
      target().simulator?.faults.clear();
      await rig.verbs.lookAgain();
      expect(rig.state.replay?.state).toBe('off');
    });
  }
});
