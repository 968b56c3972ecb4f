import { beforeEach, describe, expect, it } from 'vitest';
import { Refusal } from '../../../../server/show/refusal.js';
import { testFloor, type TestFloor } from '../../../fixtures/floor.js';

let floor: TestFloor;
const strips = () => floor.store.state['strips:Booth']?.strips;
const journalled = () =>
  floor.db.prepare('SELECT params FROM journal WHERE command = ?').raw().all('sound.fader');

beforeEach(() => {
  floor = testFloor();
  floor.obsComes();
  const input = { kind: 'pulse_input_capture', isMuted: false, volumeDb: 0 };
  floor.obs({
    sound: ['guest', 'host', 'spare'].map((id) => ({ ...input, id, name: id })),
  });
});

describe('a mute', () => {
  it('is busy until OBS shows it, and held', async () => {
    expect(await floor.command('sound.mute', { inputId: 'host', isMuted: true })).toEqual({ ok: true });
    expect(floor.store.state.pending).toMatchObject([{ target: 'mute:host' }]);
    expect(strips()?.map(({ isHeld }) => isHeld)).toEqual([false, true, false]);
  });

  it('that OBS refuses is not held', async () => {
    floor.device.next = () => Promise.reject(new Refusal('obs-hung'));
    expect(await floor.command('sound.mute', { inputId: 'host', isMuted: true })).toMatchObject({
      code: 'obs-hung',
    });
    expect(strips()?.some(({ isHeld }) => isHeld)).toBe(false);
    expect(floor.store.state.pending).toEqual([]);
  });

  it('that OBS took and never made is said by name, and not held', async () => {
    await floor.command('sound.mute', { inputId: 'host', isMuted: true });
    await floor.clock.pass(2100);
    expect(floor.failures).toMatchObject([{ code: 'mute-unconfirmed', params: { name: 'host' } }]);
    expect(strips()?.some(({ isHeld }) => isHeld)).toBe(false);
  });

  it('of an input that OBS does not have is refused, and nothing is asked', async () => {
    expect(await floor.command('sound.mute', { inputId: 'nobody', isMuted: true })).toMatchObject({
      code: 'input-gone',
    });
    expect(floor.device.asked).toEqual([]);
  });
});

describe('a fader', () => {
  it('is set each time, and journalled when the hand lets go', async () => {
    for (const db of [-1, -2]) await floor.command('sound.fader', { inputId: 'host', db, isFinal: false });
    await floor.command('sound.fader', { inputId: 'host', db: -3, isFinal: true });
    expect(floor.device.asked).toEqual(['sound.fader host -1', 'sound.fader host -2', 'sound.fader host -3']);
    expect(journalled()).toEqual([['{"inputId":"host","db":-3,"isFinal":true}']]);
  });

  it('beyond OBS’s own scale is refused, and that is journalled', async () => {
    expect(await floor.command('sound.fader', { inputId: 'host', db: 27, isFinal: false })).toMatchObject({
      code: 'invalid',
    });
    expect(floor.device.asked).toEqual([]);
    expect(journalled()).toEqual([['null']]);
  });
});

describe('a strip', () => {
  it('is put on the live page and taken off', async () => {
    await floor.command('strip.show', { inputId: 'host', isShown: false });
    expect(strips()?.map(({ isShown }) => isShown)).toEqual([true, false, true]);
  });

  it('moves to its new place, and the others make room', async () => {
    await floor.command('strip.move', { inputId: 'spare', place: 0 });
    expect(strips()?.map(({ inputId }) => inputId)).toEqual(['spare', 'guest', 'host']);
    await floor.command('strip.move', { inputId: 'spare', place: 9 });
    expect(strips()?.map(({ inputId }) => inputId)).toEqual(['guest', 'host', 'spare']);
  });

  it('that there is none of is refused', async () => {
    const before = floor.store.state;
    expect(await floor.command('strip.move', { inputId: 'nobody', place: 0 })).toMatchObject({
      code: 'input-gone',
    });
    expect(floor.store.state).toBe(before);
  });
});
