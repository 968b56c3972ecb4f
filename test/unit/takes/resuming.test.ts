import { randomUUID } from 'node:crypto';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Take } from '../../../server/protocol/slices.js';
import { Refusal } from '../../../server/show/refusal.js';
import { entriesOf } from '../../../server/show/store.js';
import { testFolder } from '../../fixtures/folder.js';
import { openFloor, testFloor, type TestFloor } from '../../fixtures/floor.js';
import { ManualClock } from '../../fixtures/manualClock.js';
import { liveOn, lose, RECORD_OFF, recordingOn, STREAM_OFF } from './streams.js';

const CLOSE = { sceneId: 'scene-close', goingTo: null };
const WIDE = { sceneId: 'scene-wide', goingTo: null };

/** Recording and live, with the second scene on program. */
function onAir(floor: TestFloor): void {
  floor.obsComes();
  floor.obs({ record: recordingOn(floor), stream: liveOn(floor), program: CLOSE });
}

/** OBS died and is back on its first scene, with nothing running. */
function interrupted() {
  const floor = testFloor();
  onAir(floor);
  lose(floor);
  floor.obsComes();
  return { floor, offerId: floor.store.state.resume?.offerId ?? '' };
}

const alerts = ({ store }: Pick<TestFloor, 'store'>) => store.state.alerts?.map(({ code }) => code);
const takes = ({ store }: TestFloor) =>
  entriesOf(store.state).flatMap(([key, it]) => (key.startsWith('take:') ? [it as Take] : []));

describe('what is wanted', () => {
  it('is what was started and not stopped, whoever did either', () => {
    const floor = testFloor();
    onAir(floor);
    expect(floor.store.state.outputsWanted).toEqual({
      record: { since: floor.clock.now() },
      stream: { since: floor.clock.now() },
      sceneId: 'scene-close',
    });
    floor.obs({ record: { ...recordingOn(floor), state: 'stopping' } });
    floor.obs({ record: RECORD_OFF });
    floor.obs({ stream: { ...liveOn(floor), state: 'stopping' } });
    floor.obs({ stream: STREAM_OFF });
    expect(floor.store.state.outputsWanted).toEqual({ record: null, stream: null, sceneId: null });
    expect(floor.store.state.resume).toBeNull();
    expect(alerts(floor)).toEqual([]);
  });

  it('is no output whose stop was asked for when OBS went away', async () => {
    const floor = testFloor();
    onAir(floor);
    const { currentTake, currentStream } = floor.store.state;
    await floor.command('record.stop', {}, { takeId: currentTake?.takeId ?? '' });
    await floor.command('stream.stop', {}, { sessionId: currentStream?.sessionId ?? '' });
    lose(floor);
    floor.obsComes();
    expect(floor.store.state.resume).toBeNull();
  });

  it('survives a server that is killed together with OBS', () => {
    const folder = testFolder();
    const before = openFloor({ folder, clock: new ManualClock() });
    onAir(before);
    before.db.close();
    const after = openFloor({ folder, clock: new ManualClock() });
    onTestFinished(() => void after.db.close());
    expect(after.store.state.resume).toBeNull();
    after.obsComes();
    expect(after.store.state.resume).toMatchObject({ record: true, stream: true, sceneId: 'scene-close' });
    expect(alerts(after)).toEqual(['outputs-interrupted']);
  });
});

describe('an offer to resume', () => {
  it('stands, and is said, until what it names runs again', async () => {
    const { floor, offerId } = interrupted();
    expect(floor.store.state.resume).toMatchObject({ record: true, stream: true, sceneId: 'scene-close' });
    expect(floor.store.state.alerts).toMatchObject([
      { code: 'outputs-interrupted', params: { record: true, stream: true } },
    ]);
    await floor.clock.pass(3_600_000);
    floor.obs({ record: { ...RECORD_OFF, state: 'starting' } });
    floor.obs({ record: RECORD_OFF });
    expect(floor.store.state.resume).toMatchObject({ offerId, record: true });
    floor.obs({ record: recordingOn(floor) });
    expect(floor.store.state.resume).toMatchObject({ offerId, record: false, stream: true });
    expect(floor.store.state.alerts).toMatchObject([{ params: { record: false, stream: true } }]);
    floor.obs({ stream: liveOn(floor) });
    expect(floor.store.state.resume).toBeNull();
    expect(alerts(floor)).toEqual([]);
  });

  it('is the same one when OBS dies again before the answer', () => {
    const { floor, offerId } = interrupted();
    lose(floor);
    floor.obsComes();
    expect(floor.store.state.resume).toMatchObject({ offerId, sceneId: 'scene-close' });
  });

  it('leaves program to whoever cuts meanwhile', () => {
    const { floor } = interrupted();
    floor.obs({ program: CLOSE });
    expect(floor.store.state.resume?.sceneId).toBeNull();
    floor.obs({ program: WIDE });
    expect(floor.store.state.resume?.sceneId).toBeNull();
  });

  it('brings scene, recording and stream back, the recording as another part of the same take', async () => {
    const { floor, offerId } = interrupted();
    const [first] = takes(floor);
    expect(await floor.command('outputs.resume', {}, { offerId })).toEqual({ ok: true });
    expect(floor.device.asked).toEqual(['program.cut scene-close', 'record.start', 'stream.start']);
    floor.obs({ program: CLOSE, record: recordingOn(floor), stream: liveOn(floor) });
    expect(floor.store.state.pending).toEqual([]);
    expect(floor.store.state.resume).toBeNull();
    expect(takes(floor).find(({ state }) => state === 'recording')).toMatchObject({ partOf: first?.id });
    lose(floor);
    floor.obsComes();
    const again = floor.store.state.resume?.offerId ?? '';
    await floor.command('outputs.resume', {}, { offerId: again });
    expect(takes(floor).find(({ state }) => state === 'starting')).toMatchObject({ partOf: first?.id });
  });

  it('goes on with the rest when a part is refused, and says which', async () => {
    const { floor, offerId } = interrupted();
    floor.device.next = () => Promise.reject(new Refusal('scene-gone'));
    const reply = await floor.command('outputs.resume', {}, { offerId });
    expect(reply).toMatchObject({ code: 'resumed-in-part' });
    expect(floor.device.asked).toEqual(['program.cut scene-close', 'record.start', 'stream.start']);
  });

  it('does not stream a rehearsal', async () => {
    const { floor, offerId } = interrupted();
    await floor.command('mode.set', { mode: 'rehearsal' });
    expect(floor.store.state.resume).toMatchObject({ record: true, stream: false });
    await floor.command('outputs.resume', {}, { offerId });
    expect(floor.device.asked).toEqual(['program.cut scene-close', 'record.start']);
  });

  it('ends when somebody leaves it, and nothing starts', async () => {
    const { floor, offerId } = interrupted();
    expect(await floor.command('outputs.decline', {}, { offerId })).toEqual({ ok: true });
    expect(floor.store.state.resume).toBeNull();
    expect(floor.store.state.outputsWanted).toEqual({ record: null, stream: null, sceneId: null });
    expect(alerts(floor)).toEqual([]);
    lose(floor);
    floor.obsComes();
    expect(floor.store.state.resume).toBeNull();
    expect(floor.device.asked).toEqual([]);
  });

  it('that somebody leaves while it is being brought back starts nothing more', async () => {
    const { floor, offerId } = interrupted();
    let accept = () => undefined as void;
    floor.device.next = () => new Promise((resolve) => (accept = resolve));
    const resuming = floor.command('outputs.resume', {}, { offerId });
    expect(await floor.command('outputs.decline', {}, { offerId })).toEqual({ ok: true });
    accept();
    expect(await resuming).toMatchObject({ code: 'resumed-in-part' });
    expect(floor.device.asked).toEqual(['program.cut scene-close']);
  });

  it.each(['outputs.resume', 'outputs.decline'] as const)(
    '%s is refused for another offer, and without one',
    async (name) => {
      const { floor, offerId } = interrupted();
      const before = floor.store.state;
      expect(await floor.command(name, {}, { offerId: randomUUID() })).toMatchObject({ code: 'changed' });
      expect(floor.store.state).toBe(before);
      await floor.command('outputs.decline', {}, { offerId });
      expect(await floor.command(name, {}, { offerId })).toMatchObject({ code: 'nothing-to-resume' });
      expect(floor.device.asked).toEqual([]);
    },
  );

  it('is made, and said, for a stream that OBS gave up in sight', () => {
    const floor = testFloor();
    onAir(floor);
    const now = floor.clock.now();
    floor.obs({ stream: { state: 'reconnecting', startedAt: now, reconnectingSince: now } });
    floor.obs({ stream: STREAM_OFF });
    expect(floor.store.state.resume).toMatchObject({ stream: true, record: false, sceneId: null });
    expect(alerts(floor)).toEqual(['stream-lost']);
    floor.obs({ stream: liveOn(floor) });
    expect(alerts(floor)).toEqual([]);
  });
});
