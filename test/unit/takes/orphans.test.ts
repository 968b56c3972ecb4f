import { utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Take } from '../../../server/protocol/slices.js';
import { itemsOf } from '../../../server/show/items.js';
import { slice } from '../../../server/show/store.js';
import { listRecordings } from '../../../server/takes/diskLook.js';
import { foundTakes } from '../../../server/takes/foundTakes.js';
import { Orphans } from '../../../server/takes/orphans.js';
import { testFloor } from '../../fixtures/floor.js';
import { testFolder } from '../../fixtures/folder.js';

const HOUR = 3_600_000;
const at = (hour: number, minute = 0, second = 0) => new Date(2026, 10, 25, hour, minute, second).getTime();
const KNOWN = '2026-11-25 10-00 Ada 01';
const TAKE: Take = {
  id: crypto.randomUUID(),
  ...{ kind: 'obs', origin: 'panel', state: 'done', createdAt: at(10), startedAt: at(10), endedAt: at(11) },
  ...{ startAskedBy: null, stopAskedBy: null, endedBy: 'crew', mode: 'show', partOf: null },
  ...{ named: { file: KNOWN, about: 'Ada', number: 1 }, path: null, earlierPaths: [], file: null },
};

/** A show whose first take began at ten, and real files in the folder that an OBS on this machine names. */
function booth(first: Partial<Take> = {}) {
  const floor = testFloor();
  const { store, clock } = floor;
  const folder = testFolder();
  const put = (name: string, changedAt: number, text = 'video') => {
    writeFileSync(join(folder, name), text);
    utimesSync(join(folder, name), changedAt / 1000, changedAt / 1000);
  };
  const known = { ...TAKE, path: join(folder, `${KNOWN}.mkv`), ...first };
  put(`${KNOWN}.mkv`, at(11));
  store.observe({ set: slice(`take:${known.id}`, known) });
  const takes = () => itemsOf(store.state, 'take').sort((a, b) => a.createdAt - b.createdAt);
  const found = () => takes().filter(({ origin }) => origin === 'found');
  let looks = 0;
  const orphans = new Orphans({
    ...{ store, clock, log: () => undefined },
    folder: () => Promise.resolve(folder),
    list: async (path) => {
      const files = await listRecordings(path);
      looks += 1;
      return files;
    },
  });
  /** OBS comes in sight, and the folder has been looked at. */
  const start = async () => {
    orphans.start();
    floor.obsComes();
    await looked(1);
  };
  /** Real files are read in their own time. */
  const looked = async (times: number) => {
    await expect.poll(() => looks).toBe(times);
    await clock.pass(1);
  };
  return { floor, folder, put, start, looked, takes, found, looks: () => looks };
}

describe('recordings in the folder that no take has', () => {
  it('become takes, with the time that their name says and the end of their file', async () => {
    const { folder, put, start, found } = booth();
    put('2026-11-25 12-30 Grace Hopper 02.mkv', at(13), 'a longer video');
    put('2026-11-25 14-15-20.mp4', at(15));
    await start();
    expect(found()).toMatchObject([
      {
        state: 'done',
        ...{ startedAt: at(12, 30), endedAt: at(13), endedBy: null },
        path: join(folder, '2026-11-25 12-30 Grace Hopper 02.mkv'),
        named: { about: 'Grace Hopper', number: 2 },
        file: { state: 'there', bytes: 14 },
      },
      { startedAt: at(14, 15, 20), endedAt: at(15), named: null, mode: 'show' },
    ]);
  });

  it('are not those from before the show, of another name, empty, or the same in another format', async () => {
    const { put, start, found } = booth();
    put('2026-11-25 09-00 Somebody 01.mkv', at(10));
    put('holiday.mkv', at(12));
    put('2026-11-25 12-30 Empty 01.mkv', at(13), '');
    put('2026-11-25 12-30 notes.txt', at(13));
    put(`${KNOWN}.mp4`, at(12));
    await start();
    expect(found()).toEqual([]);
  });

  it('are looked at again while one may be written still', async () => {
    const { floor, put, start, looked, found } = booth();
    put('2026-11-25 12-30 Grace 01.mkv', floor.clock.now() - HOUR / 3600);
    await start();
    expect(found()).toEqual([]);
    await floor.clock.pass(15_000);
    await looked(2);
    expect(found()).toHaveLength(1);
  });

  it('are a take’s own where it never heard what became of its start', async () => {
    const { folder, start, takes } = booth({ state: 'failed', path: null, startedAt: null, endedBy: null });
    await start();
    expect(takes()).toMatchObject([
      {
        ...{ origin: 'panel', state: 'interrupted', startedAt: at(10), endedAt: at(11) },
        ...{ path: join(folder, `${KNOWN}.mkv`), file: { state: 'there', bytes: 5 } },
      },
    ]);
  });

  it('are adopted once', async () => {
    const { floor, put, start, found, looks } = booth();
    put('2026-11-25 12-30 Grace 01.mkv', at(13));
    await start();
    floor.obsComes();
    await floor.clock.pass(30_000);
    expect([looks(), found().length]).toEqual([1, 1]);
  });

  it('are somebody else’s where the show has no take yet', () => {
    const file = { path: '/rec/a.mkv', stem: KNOWN, bytes: 5, changedAt: at(11) };
    expect(foundTakes({}, [file], at(12))).toEqual({ takes: [], isUnsettled: false });
  });
});
