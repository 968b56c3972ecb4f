import { describe, expect, it } from 'vitest';
import { openFloor, testFloor, guestNamed } from '../../fixtures/floor.js';
import { ManualClock } from '../../fixtures/manualClock.js';
import { testFolder } from '../../fixtures/folder.js';

const FULL = "CREATE TRIGGER full BEFORE INSERT ON slices BEGIN SELECT RAISE(ABORT, 'disk full'); END";

describe('when the disk is full', () => {
  it('a command is refused and changes nothing', async () => {
    const floor = testFloor();
    const before = floor.store.state;
    floor.db.exec(FULL);
    const guest = {
      guestId: crypto.randomUUID(),
      name: 'Ada',
      pronouns: '',
      title: '',
      organisation: '',
      part: 'guest' as const,
    };
    expect(await floor.command('guest.add', guest)).toMatchObject({ ok: false, code: 'not-saved' });
    expect({ ...floor.store.state, alerts: [] }).toEqual(before);
  });

  it('a recording starts all the same', async () => {
    const floor = testFloor();
    floor.obsComes();
    floor.db.exec(FULL);
    expect(await floor.command('record.start', {})).toEqual({ ok: true });
    expect(floor.device.asked).toContain('record.start');
  });

  it('it is said, and said no more as soon as a change was saved again', async () => {
    const floor = testFloor();
    floor.db.exec(FULL);
    await guestNamed(floor, 'Ada');
    expect(floor.store.state.alerts).toMatchObject([{ code: 'memory-only' }]);
    floor.db.exec('DROP TRIGGER full');
    await guestNamed(floor, 'Grace');
    expect(floor.store.state.alerts).toEqual([]);
  });

  it('what happened meanwhile is on disk as soon as there is room again', async () => {
    const folder = testFolder();
    const floor = openFloor({ folder, clock: new ManualClock() });
    floor.obsComes();
    floor.db.exec(FULL);
    floor.obs({ record: { state: 'on', startedAt: 1, pausedAt: null, hasDied: false, path: '/rec/a.mkv' } });
    expect(floor.diskNews.at(-1)).toBeInstanceOf(Error);
    floor.db.exec('DROP TRIGGER full');
    const ada = await guestNamed(floor, 'Ada');
    expect(floor.diskNews.at(-1)).toBeNull();
    floor.db.close();
    const again = openFloor({ folder, clock: new ManualClock() });
    expect(again.store.state[`guest:${ada}`]?.name).toBe('Ada');
    const { takeId } = again.store.state.currentTake ?? {};
    expect(again.store.state[`take:${takeId ?? ''}`]?.path).toBe('/rec/a.mkv');
    again.db.close();
  });
});

describe('who is told first', () => {
  it('hears of what happened before the disk does, and of what a command decided once it is saved', async () => {
    const floor = testFloor();
    const onDisk: boolean[] = [];
    const saved = (key: string) =>
      floor.db.prepare('SELECT key FROM slices WHERE key = ?').all(key).length === 1;
    floor.store.tellFirst(({ set }) => {
      for (const key of Object.keys(set)) onDisk.push(saved(key));
    });
    floor.store.observe({ set: { seats: { guestIds: [crypto.randomUUID()] } } });
    expect(onDisk).toEqual([false]);
    expect(saved('seats')).toBe(true);
    onDisk.length = 0;
    await guestNamed(floor, 'Ada');
    expect(onDisk).toContain(true);
    expect(onDisk).not.toContain(false);
  });
});
