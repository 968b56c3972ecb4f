import { beforeEach, describe, expect, it } from 'vitest';
import type { Look } from '../../../../server/protocol/slices.js';
import { openLooks } from '../../../../server/show/looks.js';
import { Refusal } from '../../../../server/show/refusal.js';
import { slice } from '../../../../server/show/store.js';
import { liveOn } from '../../takes/streams.js';
import { testFloor, type TestFloor } from '../../../fixtures/floor.js';

const CLOSE = { sceneId: 'scene-close', goingTo: null };
const WIDE = { sceneId: 'scene-wide', goingTo: null };

let floor: TestFloor;
/** As OBS has them. */
let mics: Record<string, boolean>;

const shown = () =>
  Object.entries(mics).map(([id, isMuted]) => ({ id, name: id, kind: 'mic', isMuted, volumeDb: 0 }));
/** OBS shows these muted or open, whoever did it. */
const hear = (changes: Record<string, boolean>) => {
  mics = { ...mics, ...changes };
  floor.obs({ sound: shown() });
};
const lookNames = (sceneId: string, its: Look['mics']) => {
  const look = openLooks(floor.store.state).find(({ scene }) => scene.id === sceneId);
  if (look === undefined) throw new Error(`no look of ${sceneId}`);
  floor.obs(slice(`look:${look.id}`, { ...look, mics: its }));
};
const held = () =>
  floor.store.state['strips:Booth']?.strips.filter((it) => it.isHeld).map(({ inputId }) => inputId);
const asked = () => floor.device.asked.filter((it) => it.startsWith('sound.'));

beforeEach(() => {
  floor = testFloor();
  floor.obsComes();
  mics = {};
  hear({ host: false, guest: true });
  lookNames('scene-wide', { host: 'open', guest: 'closed' });
  lookNames('scene-close', { host: 'closed', guest: 'open' });
});

describe('when the look changes', () => {
  it('its mics are opened and closed, and busy until OBS shows it', () => {
    floor.obs({ program: CLOSE });
    expect(asked()).toEqual(['sound.mute host', 'sound.open guest']);
    expect(floor.store.state.pending?.map(({ target }) => target)).toEqual(['mute:host', 'mute:guest']);
  });

  it('a mute by the look is not held, so that the next look opens it', async () => {
    floor.obs({ program: CLOSE });
    await floor.clock.pass(10);
    hear({ host: true, guest: false });
    expect(floor.store.state.pending).toEqual([]);
    expect(held()).toEqual([]);
    floor.obs({ program: WIDE });
    expect(asked()).toEqual(['sound.mute host', 'sound.open guest', 'sound.open host', 'sound.mute guest']);
  });

  it('again before OBS has shown the first change, the last look has its mics', () => {
    floor.obs({ program: CLOSE });
    floor.obs({ program: WIDE });
    expect(asked()).toEqual(['sound.mute host', 'sound.open guest', 'sound.open host', 'sound.mute guest']);
    hear({ host: true, guest: false });
    hear({ host: false, guest: true });
    expect(held()).toEqual([]);
  });

  it('again, and OBS shows only what came last, a hand’s mute after a while is still held', async () => {
    floor.obs({ program: CLOSE });
    floor.obs({ program: WIDE });
    hear({});
    await floor.clock.pass(3000);
    hear({ host: true });
    expect(held()).toEqual(['host']);
  });

  it('a mute by a hand in OBS wins, until a hand opens it', async () => {
    hear({ guest: false });
    hear({ guest: true });
    expect(held()).toEqual(['guest']);
    floor.obs({ program: CLOSE });
    expect(asked()).toEqual(['sound.mute host']);
    await floor.clock.pass(10);
    hear({ host: true });
    hear({ guest: false });
    expect(held()).toEqual([]);
    floor.obs({ program: WIDE });
    expect(asked().slice(1)).toEqual(['sound.open host', 'sound.mute guest']);
  });

  it('a mute on the panel wins though OBS has not shown it yet', async () => {
    await floor.command('sound.mute', { inputId: 'guest', isMuted: true });
    floor.obs({ program: CLOSE });
    expect(asked()).toEqual(['sound.mute guest', 'sound.mute host']);
    expect(held()).toEqual(['guest']);
  });

  it('a mic that was opened by hand stays open until the next look closes it', async () => {
    await floor.command('sound.mute', { inputId: 'guest', isMuted: false });
    hear({ guest: false });
    expect(asked()).toEqual(['sound.open guest']);
    floor.obs({ program: CLOSE });
    await floor.clock.pass(10);
    hear({ host: true });
    floor.obs({ program: WIDE });
    expect(asked()).toEqual(['sound.open guest', 'sound.mute host', 'sound.open host', 'sound.mute guest']);
  });

  it('what OBS would not do is said by name, and nothing is held', async () => {
    floor.device.next = () => Promise.reject(new Refusal('obs-timeout'));
    floor.obs({ program: CLOSE });
    await floor.clock.pass(10);
    expect(floor.store.state.alerts).toMatchObject([{ code: 'mute-unconfirmed', params: { name: 'host' } }]);
    await floor.clock.pass(2100);
    expect(floor.store.state.alerts).toMatchObject([
      { code: 'mute-unconfirmed', params: { name: 'host' } },
      { code: 'open-unconfirmed', params: { name: 'guest' } },
    ]);
    expect(held()).toEqual([]);
  });

  it('a mic that OBS does not have is left out', () => {
    mics = { host: false };
    hear({});
    floor.obs({ program: CLOSE });
    expect(asked()).toEqual(['sound.mute host']);
  });
});

describe('nothing changes by itself', () => {
  it('when OBS comes back with another shot and other mutes: what it has is shown, and not held', () => {
    floor.store.observe({ set: {}, gone: ['sound', 'program', 'scenes'] });
    mics = { host: true, guest: false };
    floor.obs({ sound: shown(), program: CLOSE });
    expect(asked()).toEqual([]);
    expect(held()).toEqual([]);
  });

  it('when another collection is opened', () => {
    const { obs } = floor.store.state;
    if (obs === undefined) throw new Error('no OBS');
    floor.obs({ obs: { ...obs, collection: 'Other' }, program: CLOSE });
    floor.obs({ obs, program: WIDE });
    expect(asked()).toEqual([]);
  });

  it('when a hand opens what was held: it is held no longer', () => {
    hear({ host: true });
    expect(held()).toEqual(['host']);
    hear({ host: false });
    expect(held()).toEqual([]);
    expect(asked()).toEqual([]);
  });
});

describe('a mic that a hand muted, and that comes back open with OBS', () => {
  const dieAndComeBackOpen = () => {
    const { obs } = floor.store.state;
    if (obs === undefined) throw new Error('no OBS');
    const away = { ...obs, link: 'gone', collection: null } as const;
    floor.store.observe({ set: { obs: away }, gone: ['sound', 'program', 'scenes', 'stream', 'record'] });
    mics = { ...mics, guest: false };
    floor.obs({ obs, sound: shown() });
    floor.obsComes();
  };
  const muteByHand = async () => {
    await floor.command('sound.mute', { inputId: 'guest', isMuted: true });
    hear({ guest: true });
  };

  it('is muted again and said, and no look opens it', async () => {
    await muteByHand();
    dieAndComeBackOpen();
    expect(held()).toEqual(['guest']);
    expect(asked()).toEqual(['sound.mute guest', 'sound.mute guest']);
    expect(floor.store.state.alerts).toMatchObject([{ code: 'mic-came-open', params: { name: 'guest' } }]);
    hear({ guest: true });
    floor.obs({ program: CLOSE });
    expect(asked().slice(2)).toEqual(['sound.mute host']);
    expect(held()).toEqual(['guest']);
  });

  it('keeps a resumed stream back until OBS has taken the mute', async () => {
    floor.obs({ stream: liveOn(floor) });
    await muteByHand();
    dieAndComeBackOpen();
    await floor.clock.pass(10);
    const offerId = () => floor.store.state.resume?.offerId ?? '';
    const from = floor.device.asked.length;
    floor.device.next = () => Promise.reject(new Refusal('obs-timeout'));
    expect(await floor.command('outputs.resume', {}, { offerId: offerId() })).toMatchObject({
      code: 'obs-timeout',
    });
    expect(floor.device.asked.slice(from)).toEqual(['sound.mute guest']);
    await floor.command('outputs.resume', {}, { offerId: offerId() });
    expect(floor.device.asked.slice(from + 1)).toEqual(['sound.mute guest', 'stream.start']);
  });

  it('that cannot be muted is said, and stays held', async () => {
    await muteByHand();
    floor.device.next = () => Promise.reject(new Refusal('obs-timeout'));
    dieAndComeBackOpen();
    await floor.clock.pass(10);
    const { alerts } = floor.store.state;
    expect(alerts?.map(({ code }) => code)).toContain('mute-unconfirmed');
    expect(held()).toEqual(['guest']);
  });
});
