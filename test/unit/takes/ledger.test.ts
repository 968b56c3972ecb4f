import { describe, expect, it, onTestFinished } from 'vitest';
import type { RecordOutput, Take } from '../../../server/protocol/slices.js';
import { Refusal } from '../../../server/show/refusal.js';
import { entriesOf } from '../../../server/show/store.js';
import { openFloor, testFloor, type TestFloor } from '../../fixtures/floor.js';
import { testFolder } from '../../fixtures/folder.js';
import { ManualClock } from '../../fixtures/manualClock.js';

const OFF: RecordOutput = { state: 'off', startedAt: null, pausedAt: null, hasDied: false, path: null };
const on = (floor: TestFloor): RecordOutput => ({
  state: 'on',
  startedAt: floor.clock.now(),
  pausedAt: null,
  hasDied: false,
  path: '/rec/a.mkv',
});

function takes(floor: TestFloor): Take[] {
  return entriesOf(floor.store.state)
    .filter(([key]) => key.startsWith('take:'))
    .map(([, take]) => take as Take);
}

describe('the ledger', () => {
  it('has the take on disk before OBS is asked to record', async () => {
    const floor = testFloor();
    floor.obsComes();
    let onDisk = 0;
    floor.device.next = () => {
      onDisk = entriesOf(floor.disk.load()).filter(([key]) => key.startsWith('take:')).length;
      return Promise.resolve();
    };
    await floor.command('record.start', {});
    expect(onDisk).toBe(1);
  });

  it('follows a take from the tap to the file', async () => {
    const floor = testFloor();
    floor.obsComes();
    await floor.command('record.start', {});
    expect(takes(floor)).toMatchObject([{ state: 'starting', origin: 'panel' }]);
    floor.obs({ record: on(floor) });
    expect(takes(floor)).toMatchObject([{ state: 'recording', path: '/rec/a.mkv' }]);
    const takeId = floor.store.state.currentTake?.takeId ?? '';
    expect(await floor.command('record.stop', {}, { takeId })).toEqual({ ok: true });
    floor.obs({ record: { ...OFF, path: '/rec/a.mkv' } });
    expect(takes(floor)).toMatchObject([{ state: 'done', path: '/rec/a.mkv' }]);
    expect(floor.store.state.currentTake).toEqual({ takeId: null });
    expect(floor.store.state.pending).toEqual([]);
  });

  it('starts nothing on a second tap', async () => {
    const floor = testFloor();
    floor.obsComes();
    await floor.command('record.start', {});
    floor.obs({ record: on(floor) });
    expect(await floor.command('record.start', {})).toMatchObject({ code: 'already-recording' });
    expect(takes(floor)).toHaveLength(1);
  });

  it('stops only the take that the tap meant', async () => {
    const floor = testFloor();
    floor.obsComes();
    floor.obs({ record: on(floor) });
    const stop = { takeId: crypto.randomUUID() };
    expect(await floor.command('record.stop', {}, stop)).toMatchObject({ code: 'changed' });
    expect(floor.device.asked).toEqual([]);
    expect(floor.store.state.record?.state).toBe('on');
  });

  it('has one take of two starts at the same moment', async () => {
    const floor = testFloor();
    floor.obsComes();
    const replies = await Promise.all([floor.command('record.start', {}), floor.command('record.start', {})]);
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
    floor.obs({ record: on(floor) });
    expect(takes(floor)).toMatchObject([{ state: 'recording', origin: 'panel' }]);
    expect(floor.store.state.currentTake?.takeId).toBe(takes(floor)[0]?.id);
  });

  it('refuses a start while the last recording is being closed, and leaves that take alone', async () => {
    const floor = testFloor();
    floor.obsComes();
    floor.obs({ record: on(floor) });
    floor.obs({ record: { ...on(floor), state: 'stopping' } });
    expect(await floor.command('record.start', {})).toMatchObject({ code: 'obs-refused' });
    floor.obs({ record: OFF });
    expect(takes(floor)).toMatchObject([{ state: 'done' }]);
  });

  it('is not touched by a start while OBS is out of sight', async () => {
    const floor = testFloor();
    floor.obsComes();
    floor.obs({ record: on(floor) });
    const before = takes(floor);
    floor.store.observe({ set: {}, gone: ['record'] });
    expect(await floor.command('record.start', {})).toMatchObject({ code: 'obs-away' });
    floor.obs({ record: on(floor) });
    expect(takes(floor)).toEqual(before);
    expect(floor.store.state.currentTake?.takeId).toBe(before[0]?.id);
  });

  it('calls an end done that was asked for, also when nobody saw it come', async () => {
    const folder = testFolder();
    const before = openFloor({ folder, clock: new ManualClock() });
    before.obsComes();
    before.obs({ record: on(before) });
    const takeId = before.store.state.currentTake?.takeId ?? '';
    await before.command('record.stop', {}, { takeId });
    before.db.close();
    const after = openFloor({ folder, clock: new ManualClock() });
    onTestFinished(() => void after.db.close());
    after.obsComes();
    expect(takes(after)).toMatchObject([{ state: 'done' }]);
    expect(after.store.state.alerts).toEqual([]);
  });

  it('remembers that a stop was asked for when OBS says something else of the recording first', async () => {
    const floor = testFloor();
    floor.obsComes();
    floor.obs({ record: on(floor) });
    const takeId = floor.store.state.currentTake?.takeId ?? '';
    await floor.command('record.stop', {}, { takeId });
    floor.obs({ record: { ...on(floor), path: '/rec/a (2).mkv' } });
    expect(takes(floor)).toMatchObject([{ state: 'stopping', path: '/rec/a (2).mkv' }]);
    floor.store.observe({ set: {}, gone: ['record'] });
    await floor.clock.pass(60_000);
    floor.obs({ record: OFF });
    expect(takes(floor)).toMatchObject([{ state: 'done' }]);
    expect(floor.store.state.resume).toBeNull();
  });

  it('ends a take that died with OBS when OBS went, not when it was back', async () => {
    const floor = testFloor();
    floor.obsComes();
    floor.obs({ record: on(floor) });
    await floor.clock.pass(60_000);
    const diedAt = floor.clock.now();
    floor.store.observe({ set: {}, gone: ['record'] });
    await floor.clock.pass(30_000);
    floor.obs({ record: OFF });
    expect(takes(floor)).toMatchObject([{ state: 'interrupted', endedAt: diedAt }]);
  });

  it('goes on recording when a stop was not confirmed', async () => {
    const floor = testFloor();
    floor.obsComes();
    floor.obs({ record: on(floor) });
    const takeId = floor.store.state.currentTake?.takeId ?? '';
    await floor.command('record.stop', {}, { takeId });
    expect(takes(floor)).toMatchObject([{ state: 'stopping' }]);
    await floor.clock.pass(11_000);
    expect(floor.failures).toMatchObject([{ code: 'stop-unconfirmed' }]);
    expect(takes(floor)).toMatchObject([{ state: 'recording' }]);
  });

  it('goes on with the same take when OBS splits its file', () => {
    const floor = testFloor();
    floor.obsComes();
    floor.obs({ record: on(floor) });
    const { takeId } = floor.store.state.currentTake ?? {};
    floor.obs({ record: { ...on(floor), path: '/rec/a (2).mkv' } });
    expect(floor.store.state.currentTake?.takeId).toBe(takeId);
    expect(takes(floor)).toHaveLength(1);
  });

  it('calls a recording interrupted that ended while the server was away', () => {
    const folder = testFolder();
    const before = openFloor({ folder, clock: new ManualClock() });
    before.obsComes();
    before.obs({ record: on(before) });
    before.db.close();
    const after = openFloor({ folder, clock: new ManualClock() });
    onTestFinished(() => void after.db.close());
    after.obsComes();
    expect(takes(after)).toMatchObject([{ state: 'interrupted' }]);
    expect(after.store.state.currentTake).toEqual({ takeId: null });
  });

  it('tags a take with what the show is in, also one that was started in OBS', async () => {
    const floor = testFloor();
    floor.obsComes();
    await floor.command('mode.set', { mode: 'rehearsal' });
    floor.obs({ record: on(floor) });
    expect(takes(floor)).toMatchObject([{ mode: 'rehearsal', origin: 'obs' }]);
    floor.obs({ record: OFF });
    await floor.command('mode.set', { mode: 'show' });
    await floor.command('record.start', {});
    expect(takes(floor).find(({ origin }) => origin === 'panel')).toMatchObject({
      mode: 'show',
      partOf: null,
    });
  });

  it('adopts a recording that was started in OBS', () => {
    const floor = testFloor();
    floor.obsComes();
    floor.obs({ record: on(floor) });
    expect(takes(floor)).toMatchObject([{ origin: 'obs', state: 'recording', path: '/rec/a.mkv' }]);
    expect(floor.store.state.currentTake?.takeId).toBe(takes(floor)[0]?.id);
  });

  it('calls a start that OBS accepted and never made a failure', async () => {
    const floor = testFloor();
    floor.obsComes();
    await floor.command('record.start', {});
    await floor.clock.pass(5000);
    expect(floor.failures).toMatchObject([{ code: 'record-unconfirmed' }]);
    expect(takes(floor)).toMatchObject([{ state: 'failed' }]);
    expect(floor.store.state.currentTake).toEqual({ takeId: null });
  });

  it('keeps the row of a start that OBS refused, as failed', async () => {
    const floor = testFloor();
    floor.obsComes();
    floor.device.next = () => Promise.reject(new Refusal('obs-timeout'));
    expect(await floor.command('record.start', {})).toMatchObject({ code: 'obs-timeout' });
    expect(takes(floor)).toMatchObject([{ state: 'failed' }]);
  });

  it('calls a recording interrupted that died with OBS, and not before it is known', () => {
    const floor = testFloor();
    floor.obsComes();
    floor.obs({ record: on(floor) });
    floor.store.observe({ set: {}, gone: ['record'] });
    expect(takes(floor)).toMatchObject([{ state: 'recording' }]);
    floor.obs({ record: OFF });
    expect(takes(floor)).toMatchObject([{ state: 'interrupted' }]);
  });

  it.each([
    ['goes on with the same take when OBS recorded on', '/rec/a.mkv', ['recording']],
    ['adopts another recording that began meanwhile', '/rec/b.mkv', ['interrupted', 'recording']],
  ])('of a server that was killed %s', (_, path, states) => {
    const folder = testFolder();
    const before = openFloor({ folder, clock: new ManualClock() });
    before.obsComes();
    before.obs({ record: on(before) });
    before.db.close();
    const after = openFloor({ folder, clock: new ManualClock() });
    onTestFinished(() => void after.db.close());
    after.obs({ record: { ...on(after), path } });
    expect(
      takes(after)
        .map(({ state }) => state)
        .sort(),
    ).toEqual(states);
    expect(after.store.state[`take:${after.store.state.currentTake?.takeId ?? ''}`]?.path).toBe(path);
  });

  describe('tells what ended a take', () => {
    const running = () => {
      const floor = testFloor();
      floor.obsComes();
      floor.obs({ record: on(floor) });
      return { floor, takeId: floor.store.state.currentTake?.takeId ?? '' };
    };
    const ended = (floor: TestFloor) => {
      const [take] = takes(floor);
      return [take?.state, take?.endedBy, take?.stopAskedBy];
    };

    it('the crew, and whose device it was', async () => {
      const { floor, takeId } = running();
      await floor.command('record.stop', {}, { takeId });
      floor.obs({ record: OFF });
      expect(ended(floor)).toEqual(['done', 'crew', floor.deviceId]);
    });

    it('OBS’s own button, also after a stop of the crew that came to nothing', async () => {
      const { floor, takeId } = running();
      await floor.command('record.stop', {}, { takeId });
      await floor.clock.pass(11_000);
      floor.obs({ record: OFF });
      await floor.clock.pass(1);
      expect(ended(floor)).toEqual(['done', 'obs', null]);
      expect(floor.store.state.alerts?.map(({ code }) => code)).not.toContain('recording-disk-full');
    });

    it('the full disk of OBS, which is said until something is recorded again', async () => {
      const { floor } = running();
      floor.obsDisk.freeBytes = 47 * 1024 * 1024;
      floor.obs({ record: OFF });
      await floor.clock.pass(1);
      expect(ended(floor)).toEqual(['done', 'disk-full', null]);
      expect(floor.store.state.alerts).toMatchObject([{ code: 'recording-disk-full' }]);
      floor.obs({ record: on(floor) });
      expect(floor.store.state.alerts).toEqual([]);
    });

    it('what wrote it, which died; then it is offered to go on', () => {
      const { floor } = running();
      floor.obs({ record: { ...OFF, hasDied: true } });
      expect(ended(floor)).toEqual(['interrupted', 'writer-died', null]);
      expect(floor.store.state.resume).toMatchObject({ record: true, stream: false });
      expect(floor.store.state.alerts).toMatchObject([{ code: 'recording-lost' }]);
    });

    it('OBS that went away', () => {
      const { floor } = running();
      floor.store.observe({ set: {}, gone: ['record'] });
      floor.obs({ record: OFF });
      expect(ended(floor)).toEqual(['interrupted', 'obs-away', null]);
    });

    it('nobody knows what, because the server was away', () => {
      const folder = testFolder();
      const before = openFloor({ folder, clock: new ManualClock() });
      before.obsComes();
      before.obs({ record: on(before) });
      before.db.close();
      const after = openFloor({ folder, clock: new ManualClock() });
      onTestFinished(() => void after.db.close());
      after.obsComes();
      expect(ended(after)).toEqual(['interrupted', 'server-away', null]);
    });
  });

  it('waits for a stop also when the recording is paused meanwhile, and gives it up when it never comes', async () => {
    const floor = testFloor();
    floor.obsComes();
    floor.obs({ record: on(floor) });
    await floor.clock.pass(3000);
    const takeId = floor.store.state.currentTake?.takeId ?? '';
    await floor.command('record.stop', {}, { takeId });
    await floor.command('record.pause', {}, { takeId });
    floor.obs({ record: { ...on(floor), state: 'paused' } });
    expect(takes(floor)).toMatchObject([{ state: 'stopping' }]);
    await floor.clock.pass(11_000);
    expect(floor.failures).toMatchObject([{ code: 'stop-unconfirmed' }]);
    expect(takes(floor)).toMatchObject([{ state: 'recording', stopAskedBy: null }]);
  });
});
