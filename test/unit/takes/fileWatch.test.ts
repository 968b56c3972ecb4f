import { describe, expect, it } from 'vitest';
import type { RecordOutput } from '../../../server/protocol/slices.js';
import { Alerts } from '../../../server/show/alerts.js';
import { FileWatch } from '../../../server/takes/fileWatch.js';
import type { DiskLook } from '../../../server/takes/growth.js';
import { testFloor } from '../../fixtures/floor.js';

/** A watch over a floor whose OBS is on this machine; `disk` and `counted` are what a look finds. */
function watching() {
  const floor = testFloor();
  const { store, clock } = floor;
  const seen = {
    disk: { is: 'file', bytes: 0 } as DiskLook,
    counted: 0,
    hangs: false,
    looks: [] as string[],
  };
  const watch = new FileWatch({
    store,
    clock,
    alerts: new Alerts({ store, clock, troubles: { raised: () => undefined } }),
    look: (path) => {
      seen.looks.push(path);
      return seen.hangs ? new Promise(() => undefined) : Promise.resolve(seen.disk);
    },
    counted: () => Promise.resolve(seen.counted),
  });
  floor.obsComes();
  watch.start();
  const record = (state: RecordOutput['state'], path: string | null = '/rec/a.mkv') =>
    floor.obs({ record: { state, startedAt: clock.now(), pausedAt: null, hasDied: false, path } });
  const grow = async (seconds: number) => {
    for (let second = 0; second < seconds; second += 2) {
      seen.counted += 400_000;
      seen.disk = { is: 'file', bytes: seen.counted };
      await clock.pass(2000);
    }
  };
  const countOn = async (seconds: number) => {
    for (let second = 0; second < seconds; second += 2) {
      seen.counted += 400_000;
      await clock.pass(2000);
    }
  };
  return { floor, seen, record, grow, countOn, file: () => store.state.recordFile?.state };
}

const alerts = ({ floor }: ReturnType<typeof watching>) => floor.store.state.alerts?.map(({ code }) => code);

describe('the watch over the file', () => {
  it('looks every two seconds while OBS records, and not before and after', async () => {
    const it = watching();
    await it.floor.clock.pass(10_000);
    it.record('on');
    await it.grow(6);
    expect(it.file()).toBe('growing');
    it.record('off');
    await it.floor.clock.pass(10_000);
    expect(it.seen.looks).toEqual(Array(3).fill('/rec/a.mkv'));
    expect(it.floor.store.state.recordFile).toEqual({ state: 'unknown', bytes: 0, grewAt: null });
  });

  it('says that it is stuck in an alert that stands, and goes when the file grows again', async () => {
    const it = watching();
    it.record('on');
    await it.grow(6);
    await it.countOn(20);
    expect(it.file()).toBe('stuck');
    expect(alerts(it)).toEqual(['file-not-growing']);
    await it.floor.clock.pass(60_000);
    expect(alerts(it)).toEqual(['file-not-growing']);
    await it.grow(2);
    expect(it.file()).toBe('growing');
    expect(alerts(it)).toEqual([]);
  });

  it('takes the alert back when the recording ends, or OBS goes away', async () => {
    const it = watching();
    it.record('on');
    it.seen.disk = { is: 'no-file' };
    await it.countOn(20);
    expect(alerts(it)).toEqual(['file-not-growing']);
    it.floor.store.observe({ set: {}, gone: ['record'] });
    expect(alerts(it)).toEqual([]);
  });

  it('does not look twice at a disk that hangs, and calls the file stuck', async () => {
    const it = watching();
    it.record('on');
    await it.grow(6);
    it.seen.hangs = true;
    const before = it.seen.looks.length;
    await it.countOn(40);
    expect(it.file()).toBe('stuck');
    expect(it.seen.looks.length).toBe(before + 1);
  });

  it('begins anew with the next file of a split recording', async () => {
    const it = watching();
    it.record('on');
    await it.grow(6);
    it.record('on', '/rec/b.mkv');
    it.seen.disk = { is: 'file', bytes: 0 };
    await it.floor.clock.pass(2000);
    expect(it.seen.looks.at(-1)).toBe('/rec/b.mkv');
    expect(it.file()).not.toBe('stuck');
  });

  it('asks the take for the path that OBS does not say', async () => {
    const it = watching();
    it.record('on');
    it.floor.store.observe({ set: {}, gone: ['record'] });
    it.record('on', null);
    await it.floor.clock.pass(2000);
    expect(it.seen.looks).toEqual(['/rec/a.mkv']);
  });
});
