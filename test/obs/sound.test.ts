import type OBSWebSocket from 'obs-websocket-js/json';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Feeds } from '../../server/obs/feeds/feeds.js';
import type { Levels } from '../../server/protocol/events.js';
import { startRig, type Rig } from './rig.js';
import { describeEachObs } from './targets.js';

const WATCH = { program: false, sceneIds: [], statistics: false, levels: true };
const SOON = { timeout: 5000, interval: 20 };
const LISTEN_MS = 2000;

describeEachObs('sound', (target, kind) => {
  let rig: Rig;
  let other: OBSWebSocket;

  const input = (id: string) => rig.state.sound?.find((it) => it.id === id);
  const until = (id: string, wanted: object) =>
    rig.until(`${id} as ${JSON.stringify(wanted)}`, () =>
      Object.entries(wanted).every(([key, value]) => Reflect.get(input(id) ?? {}, key) === value),
    );

  beforeEach(async () => {
    other = await target().poke();
    rig = startRig({ ...target(), knownSceneId: () => undefined });
    await rig.until('connected', ({ obs }) => obs?.link === 'connected');
  });
  afterEach(async () => {
    for (const inputName of ['Host mic', 'Guest mic']) {
      await other.call('SetInputMute', { inputName, inputMuted: false });
      await other.call('SetInputVolume', { inputName, inputVolumeDb: 0 });
    }
    await other.call('SetCurrentProgramScene', { sceneName: 'Wide' });
    await rig.stop();
    expect(rig.faults).toEqual([]);
  });

  it('is of the inputs that sound, and of no others', () => {
    const names = rig.state.sound?.map(({ name }) => name) ?? [];
    expect(names).toEqual(expect.arrayContaining(['Host mic', 'Guest mic', 'Camera wide', 'Laptop']));
    for (const silent of ['Camera close', 'Backdrop', 'Title']) expect(names).not.toContain(silent);
    expect(input(rig.inputId('Host mic'))).toMatchObject({
      kind: 'ffmpeg_source',
      isMuted: false,
      volumeDb: 0,
    });
  });

  it('follows a mute by us, and one by a hand in OBS', async () => {
    const host = rig.inputId('Host mic');
    await rig.verbs.sound.mute(host, true, rig.clock.now());
    await until(host, { isMuted: true });
    expect(await other.call('GetInputMute', { inputName: 'Host mic' })).toEqual({ inputMuted: true });
    await other.call('SetInputMute', { inputName: 'Host mic', inputMuted: false });
    await until(host, { isMuted: false });
    expect(input(rig.inputId('Guest mic'))?.isMuted).toBe(false);
  });

  it('follows a fader, to the bottom of its scale', async () => {
    const guest = rig.inputId('Guest mic');
    await rig.verbs.sound.fader(guest, -12, rig.clock.now());
    await until(guest, { volumeDb: Math.fround(-12) });
    await rig.verbs.sound.fader(guest, -100, rig.clock.now());
    await until(guest, { volumeDb: -100 });
    await other.call('SetInputVolume', { inputName: 'Guest mic', inputVolumeMul: 1 });
    await until(guest, { volumeDb: 0 });
  });

  it('ends where a dragged fader ended, though nobody waited in between', async () => {
    const host = rig.inputId('Host mic');
    const moves = Array.from({ length: 40 }, (_, step) =>
      rig.verbs.sound.fader(host, -step / 2, rig.clock.now()),
    );
    const ends = await Promise.allSettled(moves);
    expect(ends.at(-1)).toEqual({ status: 'fulfilled', value: undefined });
    const { inputVolumeDb } = await other.call('GetInputVolume', { inputName: 'Host mic' });
    expect(inputVolumeDb).toBeCloseTo(-19.5, 2);
  });

  it('keeps the id of an input that is renamed, and reaches it by that id', async () => {
    const host = rig.inputId('Host mic');
    await other.call('SetInputName', { inputName: 'Host mic', newInputName: 'Anna' });
    await until(host, { name: 'Anna' });
    await rig.verbs.sound.mute(host, true, rig.clock.now());
    await until(host, { isMuted: true });
    await other.call('SetInputName', { inputName: 'Anna', newInputName: 'Host mic' });
    await until(host, { name: 'Host mic', isMuted: true });
    for (const { set } of rig.history) if (set.sound) expect(set.sound.map(({ id }) => id)).toContain(host);
  });

  it('shows a new input, drops one that is removed, and refuses to mute it', async () => {
    await other.call('CreateInput', {
      sceneName: 'Holding',
      inputName: 'Spare mic',
      inputKind: 'ffmpeg_source',
    });
    await rig.until('a spare', ({ sound }) => sound?.some(({ name }) => name === 'Spare mic') ?? false);
    const spare = rig.inputId('Spare mic');
    await other.call('RemoveInput', { inputName: 'Spare mic' });
    await rig.until('no spare', () => input(spare) === undefined);
    await expect(rig.verbs.sound.mute(spare, true, rig.clock.now())).rejects.toMatchObject({
      code: 'input-gone',
    });
  });

  it('is measured at most ten times a second, with what a muted mic hears', async () => {
    const got: Levels[] = [];
    const feeds = new Feeds({
      ...rig,
      onPicture: () => undefined,
      onStatistics: () => undefined,
      onLevels: (levels) => got.push(levels),
    });
    rig.hearMeters((meters) => feeds.measured(meters));
    feeds.want(WATCH);
    const [host, guest] = [rig.inputId('Host mic'), rig.inputId('Guest mic')];
    await rig.verbs.sound.mute(host, true, rig.clock.now());
    const levelOf = (id: string) => got.at(-1)?.inputs[id];
    await expect.poll(() => levelOf(host)?.[1], SOON).toBe(-100);
    await expect.poll(() => levelOf(host)?.[2], SOON).toBeGreaterThan(-25);
    expect(levelOf(guest)?.[1]).toBeGreaterThan(-25);
    expect(got.at(-1)?.mix[0]).toBeGreaterThan(-30);

    const from = got.length;
    const began = rig.clock.now();
    await expect
      .poll(() => rig.clock.now() - began, { timeout: 5000, interval: 50 })
      .toBeGreaterThan(LISTEN_MS);
    const seconds = (rig.clock.now() - began) / 1000;
    expect(got.length - from).toBeGreaterThan(seconds * 5);
    expect(got.length - from).toBeLessThanOrEqual(seconds * 10 + 1);

    await other.call('SetCurrentProgramScene', { sceneName: 'Holding' });
    await expect.poll(() => Object.keys(got.at(-1)?.inputs ?? {}), SOON).not.toContain(host);
    feeds.stop();
  });

  it('is read anew from an OBS that came back', { timeout: 60_000 }, async () => {
    const host = rig.inputId('Host mic');
    await target().kill();
    await rig.until('gone', ({ obs }) => obs?.link === 'gone');
    expect(rig.state).not.toHaveProperty('sound');
    await target().restart();
    await rig.until('connected', ({ obs }) => obs?.link === 'connected', 30_000);
    if (!kind.hasUuids) expect(rig.inputId('Host mic')).toBe(host);
    other = await target().poke();
  });
});
