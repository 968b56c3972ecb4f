import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createServer, type AddressInfo } from 'node:net';
import { MIRRORED } from '../../server/obs/reading.js';
import { startRelay, type Relay } from './relay.js';
import { startRig, takeFile, type Rig } from './rig.js';
import { describeEachObs } from './targets.js';

describeEachObs('the link', (target, kind) => {
  let relay: Relay;
  let rig: Rig;

  const start = (url: string, password: string) => {
    rig = startRig({ url, password, knownSceneId: () => undefined });
    return rig;
  };
  const connected = (limitMs = 5000) =>
    rig.until('connected', ({ obs, scenes }) => obs?.link === 'connected' && scenes !== undefined, limitMs);
  const links = () => [...new Set(rig.history.flatMap(({ set }) => set.obs?.link ?? []))];

  beforeAll(async () => {
    relay = await startRelay(target().url);
  });
  afterEach(async () => {
    await rig.stop();
    expect(rig.faults).toEqual([]);
  });
  afterAll(() => relay.stop());

  it('says connected when everything is mirrored, and not before', async () => {
    start(target().url, target().password);
    await connected();
    const first = rig.history.find(({ set }) => set.obs?.link === 'connected');
    expect(Object.keys(first?.set ?? {}).sort()).toEqual(['obs', ...MIRRORED].sort());
    expect(links()).toEqual(['never', 'connecting', 'connected']);
    expect(rig.state.obs?.newsAt).toBeGreaterThan(0);
  });

  it('is two connections that die together and come back together', async () => {
    start(relay.url, target().password);
    await connected();
    expect(relay.open).toBe(2);
    relay.cutOldest();
    const gone = await rig.until('gone', ({ obs }) => obs?.link === 'gone');
    expect(gone).not.toHaveProperty('scenes');
    expect(gone).not.toHaveProperty('program');
    expect(gone).not.toHaveProperty('record');
    await connected();
    expect(relay.open).toBe(2);
  });

  it('stops dialling after a wrong password until it is told to go on', async () => {
    start(relay.url, 'not this one');
    await rig.until('refused', ({ obs }) => obs?.link === 'wrong-password');
    const dials = relay.dials;
    // Longer than two of the longest pauses between dials.
    await new Promise<void>((resolve) => rig.clock.after(1500, resolve));
    expect(relay.dials).toBe(dials);
    expect(rig.state.obs?.link).toBe('wrong-password');
    rig.link.retry();
    await rig.until('dialled again', () => relay.dials === dials + 1 && links().includes('connecting'));
    await rig.until('refused again', ({ obs }) => obs?.link === 'wrong-password');
  });

  it('finds an OBS that hangs within 5 s and is right again when it goes on', async () => {
    start(target().url, target().password);
    await connected();
    const hungAt = rig.clock.now();
    target().hang();
    const inFlight = rig.verbs.program.cut(rig.sceneId('Demo'), rig.clock.now());
    await expect(inFlight).rejects.toMatchObject({ code: 'obs-timeout' });
    const quiet = await rig.until('not responding', ({ obs }) => obs?.link === 'not-responding');
    expect(quiet.scenes).toBeDefined();
    await expect(rig.verbs.program.cut(rig.sceneId('Demo'), rig.clock.now())).rejects.toMatchObject({
      code: 'obs-hung',
    });
    await rig.until('dropped', ({ scenes }) => scenes === undefined);
    expect(rig.clock.now() - hungAt).toBeLessThan(5000);
    expect(rig.state.obs?.link).toBe('not-responding');
    await expect(rig.verbs.record.start(takeFile(), rig.clock.now())).rejects.toMatchObject({
      code: 'obs-hung',
    });
    target().resume();
    await connected();
  }, 20_000);

  it('forgives a short silence without dropping what is mirrored', async () => {
    start(relay.url, target().password);
    await connected();
    const before = rig.history.length;
    relay.freeze();
    await rig.until('not responding', ({ obs }) => obs?.link === 'not-responding');
    relay.melt();
    await connected();
    expect(rig.history.slice(before).flatMap(({ gone = [] }) => gone)).toEqual([]);
  });

  it('is right again within a second of a killed OBS being back', async () => {
    start(target().url, target().password);
    await connected();
    target().hang();
    const inFlight = rig.verbs.program
      .cut(rig.sceneId('Demo'), rig.clock.now())
      .catch((error: unknown) => error);
    await target().kill();
    expect(await inFlight).toMatchObject({ code: 'obs-timeout' });
    await rig.until('gone', ({ obs }) => obs?.link === 'gone');
    await expect(rig.verbs.program.cut('any', rig.clock.now())).rejects.toMatchObject({ code: 'obs-away' });
    await target().restart();
    await connected(1000);
  }, 30_000);

  if (!kind.isReal) {
    it('stays away when it was kicked, until it is told to go on', async () => {
      start(target().url, target().password);
      await connected();
      target().simulator?.faults.kick();
      const kicked = await rig.until('kicked', ({ obs }) => obs?.link === 'kicked');
      expect(kicked).not.toHaveProperty('scenes');
      rig.link.retry();
      await connected();
    });
  }

  if (!kind.isReal) {
    it('says connected only when OBS is ready to be read', async () => {
      target().simulator?.faults.refuse('GetSceneList', 207, 'Not ready.');
      start(target().url, target().password);
      await rig.until('connecting', ({ obs }) => obs?.link === 'connecting');
      await expect(rig.verbs.record.start(takeFile(), rig.clock.now())).rejects.toMatchObject({
        code: 'obs-away',
      });
      await expect(connected(400)).rejects.toThrow('not within');
      target().simulator?.faults.clear();
      await connected();
    });
  }
});

describe('the link to nobody', () => {
  it('stays "never" while a server accepts and says nothing, and stops at once when told to', async () => {
    const mute = createServer((socket) => socket.resume());
    await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve));
    // A TCP server that listens has an address of this kind.
    const { port } = mute.address() as AddressInfo;
    const url = `ws://127.0.0.1:${port}`;
    const rig = startRig({ url, password: null, knownSceneId: () => undefined });
    const dials = () => rig.history.flatMap(({ set }) => set.obs?.link ?? []);
    await rig.until('given up the first dial', ({ obs }) => obs?.link === 'never' && dials().length === 3);
    await expect(rig.verbs.program.cut('any', rig.clock.now())).rejects.toMatchObject({ code: 'obs-away' });
    await rig.stop();
    await new Promise((resolve) => mute.close(resolve));
  });
});
