import { describe, expect, it } from 'vitest';
import type { RecordOutput, Take } from '../../../server/protocol/slices.js';
import { Alerts } from '../../../server/show/alerts.js';
import { slice } from '../../../server/show/store.js';
import { itemsOf } from '../../../server/show/items.js';
import type { DiskLook } from '../../../server/takes/growth.js';
import { TakeFiles } from '../../../server/takes/takeFiles.js';
import { testFloor } from '../../fixtures/floor.js';

const PATH = '/rec/a.mkv';

/** A floor whose OBS writes on this machine; `disk` is what a look at a path finds. */
function looking() {
  const floor = testFloor();
  const { store, clock } = floor;
  const disk = new Map<string, DiskLook>();
  const looks: string[] = [];
  const start = () =>
    new TakeFiles({
      store,
      alerts: new Alerts({ store, clock, troubles: { raised: () => undefined } }),
      look: (path) => {
        looks.push(path);
        return Promise.resolve(disk.get(path) ?? { is: 'no-file' });
      },
    }).start();
  const record = (state: RecordOutput['state'], path: string | null = PATH) =>
    floor.obs({ record: { state, startedAt: clock.now(), pausedAt: null, hasDied: false, path } });
  const file = () => itemsOf(store.state, 'take')[0]?.file;
  const alerts = () => store.state.alerts?.map(({ code }) => code);
  return { floor, disk, looks, start, record, file, alerts };
}

describe('the files of a take', () => {
  it('are looked at when it has ended, all of them together, and not before', async () => {
    const { floor, disk, looks, start, record, file, alerts } = looking();
    floor.obsComes();
    start();
    disk.set(PATH, { is: 'file', bytes: 1000 }).set('/rec/a (2).mkv', { is: 'file', bytes: 500 });
    record('on');
    record('on', '/rec/a (2).mkv');
    await floor.clock.pass(1);
    expect(looks).toEqual([]);
    record('off', '/rec/a (2).mkv');
    await floor.clock.pass(1);
    expect(file()).toEqual({ state: 'there', bytes: 1500 });
    expect(alerts()).toEqual([]);
  });

  it('that are not there are said, in a word that passes', async () => {
    const { floor, start, record, file, alerts } = looking();
    floor.obsComes();
    start();
    record('on');
    record('off');
    await floor.clock.pass(1);
    expect(file()).toEqual({ state: 'missing', bytes: 0 });
    expect(alerts()).toEqual(['takes-missing']);
    await floor.clock.pass(31_000);
    expect(alerts()).toEqual([]);
  });

  it('are not called missing where this server cannot look', async () => {
    const { floor, disk, start, record, file, alerts } = looking();
    floor.obsComes();
    start();
    disk.set(PATH, { is: 'no-folder' });
    record('on');
    record('off');
    await floor.clock.pass(1);
    expect(file()?.state).toBe('unseen');
    expect(alerts()).toEqual([]);
  });

  it('are matched once OBS is in sight after a start, and what vanished is said', async () => {
    const { floor, looks, start, record, file, alerts } = looking();
    floor.obsComes();
    record('on');
    record('off');
    const [take] = itemsOf(floor.store.state, 'take') as [Take];
    const there = { ...take, file: { state: 'there', bytes: 1000 } as const };
    floor.store.observe({ set: slice(`take:${take.id}`, there), gone: ['record'] });
    start();
    expect(looks).toEqual([]);
    floor.obsComes();
    await floor.clock.pass(1);
    expect(file()?.state).toBe('missing');
    expect(alerts()).toEqual(['takes-missing']);
    floor.obsComes();
    await floor.clock.pass(1);
    expect(looks).toEqual([PATH]);
  });
});
