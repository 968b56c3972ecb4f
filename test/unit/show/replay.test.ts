import { describe, expect, it, onTestFinished } from 'vitest';
import type { Replay, Take } from '../../../server/protocol/slices.js';
import { Refusal } from '../../../server/show/refusal.js';
import { entriesOf } from '../../../server/show/store.js';
import { openFloor, testFloor, type TestFloor } from '../../fixtures/floor.js';
import { testFolder } from '../../fixtures/folder.js';
import { ManualClock } from '../../fixtures/manualClock.js';

const PATH = '/rec/Replay 1.mkv';
const replay = (state: Replay['state'], saved: Replay['saved'] = null): { replay: Replay } => ({
  replay: { state, keepsMs: 60_000, saved },
});

function takes(floor: TestFloor): Take[] {
  return entriesOf(floor.store.state)
    .filter(([key]) => key.startsWith('take:'))
    .map(([, take]) => take as Take);
}

function keeping(): TestFloor {
  const floor = testFloor();
  floor.obsComes();
  floor.obs(replay('on'));
  return floor;
}

describe('the last minute', () => {
  it('is kept from a tap on, once OBS says so', async () => {
    const floor = testFloor();
    floor.obsComes();
    expect(await floor.command('replay.start', {})).toEqual({ ok: true });
    expect(floor.store.state.pending).toMatchObject([{ target: 'replay' }]);
    floor.obs(replay('on'));
    expect(floor.store.state.pending).toEqual([]);
    expect(await floor.command('replay.start', {})).toMatchObject({ code: 'replay-on' });
    expect(await floor.command('replay.stop', {})).toEqual({ ok: true });
    floor.obs(replay('off'));
    expect(floor.store.state.pending).toEqual([]);
  });

  it('becomes a take whose file OBS names', async () => {
    const floor = keeping();
    expect(await floor.command('replay.save', {})).toEqual({ ok: true });
    expect(takes(floor)).toMatchObject([{ kind: 'replay', origin: 'panel', state: 'starting' }]);
    await floor.clock.pass(200);
    const at = floor.clock.now();
    floor.obs(replay('on', { path: PATH, at }));
    expect(floor.store.state.pending).toEqual([]);
    expect(takes(floor)).toMatchObject([{ state: 'done', path: PATH, endedAt: at, startedAt: null }]);
    floor.obs({ replay: { ...replay('off').replay, saved: { path: PATH, at } } });
    expect(takes(floor)).toHaveLength(1);
    expect(floor.store.state.currentTake).toEqual({ takeId: null });
  });

  it('saved by two devices at once is one take, and the next one has a file of its own', async () => {
    const floor = keeping();
    const replies = await Promise.all([floor.command('replay.save', {}), floor.command('replay.save', {})]);
    expect(replies).toMatchObject([{ ok: true }, { code: 'replay-saving' }]);
    floor.obs(replay('on', { path: PATH, at: floor.clock.now() }));
    expect(takes(floor)).toMatchObject([{ state: 'done', path: PATH }]);
    await floor.clock.pass(60_000);
    expect(await floor.command('replay.save', {})).toEqual({ ok: true });
    const { id } = takes(floor).find(({ state }) => state === 'starting') ?? {};
    floor.obs(replay('on', { path: '/rec/Replay 2.mkv', at: floor.clock.now() }));
    expect(takes(floor).find((take) => take.id === id)).toMatchObject({ path: '/rec/Replay 2.mkv' });
  });

  it('that was saved in OBS is a take too', () => {
    const floor = keeping();
    floor.obs(replay('on', { path: PATH, at: floor.clock.now() }));
    expect(takes(floor)).toMatchObject([{ kind: 'replay', origin: 'obs', state: 'done', path: PATH }]);
  });

  it('that OBS did not save is said, and its take has failed', async () => {
    const floor = keeping();
    await floor.command('replay.save', {});
    await floor.clock.pass(10_000);
    expect(floor.failures).toMatchObject([{ code: 'replay-not-saved' }]);
    expect(takes(floor)).toMatchObject([{ state: 'failed' }]);
  });

  it('that OBS refuses to save leaves a failed take', async () => {
    const floor = keeping();
    floor.device.next = () => Promise.reject(new Refusal('replay-off'));
    expect(await floor.command('replay.save', {})).toMatchObject({ code: 'replay-off' });
    expect(takes(floor)).toMatchObject([{ state: 'failed' }]);
    expect(floor.store.state.pending).toEqual([]);
  });

  it.each([
    ['off', 'replay-off'],
    ['absent', 'replay-absent'],
  ] as const)('cannot be saved while it is %s, and no take is made', async (state, code) => {
    const floor = testFloor();
    floor.obsComes();
    floor.obs(replay(state));
    expect(await floor.command('replay.save', {})).toMatchObject({ code });
    expect(takes(floor)).toEqual([]);
    expect(floor.device.asked).toEqual([]);
  });

  it('whose end a killed server never heard has failed', async () => {
    const folder = testFolder();
    const before = openFloor({ folder, clock: new ManualClock() });
    before.obsComes();
    before.obs(replay('on'));
    await before.command('replay.save', {});
    before.db.close();
    const after = openFloor({ folder, clock: new ManualClock() });
    onTestFinished(() => void after.db.close());
    expect(takes(after)).toMatchObject([{ kind: 'replay', state: 'failed' }]);
  });
});
