import { randomUUID } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Airing } from '../../../server/protocol/asRun.js';
import { openDataFolder } from '../../../server/dataFolder.js';
import { Alerts } from '../../../server/show/alerts.js';
import { itemsOf } from '../../../server/show/items.js';
import { Losses } from '../../../server/show/losses.js';
import { Store, slice } from '../../../server/show/store.js';
import { Troubles } from '../../../server/show/troubles.js';
import { DiskKeeper } from '../../../server/store/diskKeeper.js';
import { fromHereKilledAtStep, isKilled } from '../../fixtures/dyingFiles.js';
import { testFolder } from '../../fixtures/folder.js';
import { ManualClock } from '../../fixtures/manualClock.js';
import { mayMount, smallDisk } from '../../fixtures/smallDisk.js';

// It is moved above the imports, so it imports by itself.
vi.mock('node:fs', async (files) => (await import('../../fixtures/dyingFiles.js')).dyingFiles(files));

const SOON = { timeout: 3000, interval: 5 };
const silent = () => undefined;

/** A show on its disk, as the server has it; time is the test's. */
function showIn(data: string) {
  const folder = openDataFolder(data, false, silent);
  const clock = new ManualClock();
  const store = new Store({ disk: folder.file, onDisk: (error) => alerts.tellOfDisk(error) });
  const troubles = new Troubles({ clock, publish: (changes) => store.observe(changes) });
  const alerts = new Alerts({ store, clock, troubles });
  store.open({ alerts: [] });
  new Losses({ store, alerts }).start();
  const keeper = new DiskKeeper({
    ...{ store, clock, log: silent, file: folder.file },
    upkeep: { restart: silent },
    retake: () => folder.retake(),
    onBack: silent,
  });
  keeper.start();
  onTestFinished(() => {
    keeper.stop();
    folder.close();
  });
  const path = join(data, 'showfloor.db');
  const guest = (name: string) => {
    const id = randomUUID();
    const added = { id, name, pronouns: '', title: '', organisation: '', part: 'guest', addedAt: 1 } as const;
    return slice(`guest:${id}`, added);
  };
  return {
    store,
    folder,
    path,
    /** A command decided it: the disk may refuse. */
    decide: (name: string) => store.commit({ set: guest(name) }),
    /** It happened, whatever the disk says. */
    happen: (name: string) => store.observe({ set: guest(name) }),
    journal: (command: string) => {
      const line = { deviceId: 'd', role: 'producer', params: null, expect: null, outcome: 'ok' };
      folder.file.journal({ ...line, at: clock.now(), command });
    },
    says: () => store.state.alerts?.map(({ code }) => code),
    /** The keeper looks, as it does every 2 s. */
    look: () => keeper.look(),
    pass: () => clock.pass(2000),
    /** What a start after a kill would find. */
    onDisk: () => ({
      guests: names(path, "SELECT json_extract(value, '$.name') FROM slices WHERE key LIKE 'guest:%'"),
      commands: names(path, 'SELECT command FROM journal'),
    }),
  };
}

function names(path: string, sql: string): string[] {
  if (!existsSync(path)) return [];
  const db = new Database(path);
  try {
    return db
      .prepare(sql)
      .raw()
      .all()
      .flat()
      .map(String)
      .sort((a, b) => a.localeCompare(b));
  } finally {
    db.close();
  }
}

describe('a show file that is taken away under a running server', () => {
  it('is said, and what is on air goes on; when the disk is back all is written anew, and that is said', async () => {
    const around = join(testFolder(), 'usb');
    mkdirSync(around);
    const show = showIn(join(around, 'show'));
    show.decide('Ada');
    show.journal('before');
    const { asRun } = show.folder.file;
    const line: Airing = {
      ...{ number: 1, kind: 'program', subject: 'a', title: 'Wide', detail: 'Wide' },
      ...{ from: 1, begun: { how: 'found', by: null }, until: null, ended: null },
    };
    asRun.write([line], 1);
    rmSync(around, { recursive: true });
    // Nobody has looked yet, so this seems to be written.
    show.decide('Grace');
    await show.look();
    expect(show.says()).toEqual(['show-file-gone']);
    expect(() => show.decide('Nobody')).toThrow('not-saved');
    show.happen('Hedy');
    show.journal('meanwhile');
    expect(() => asRun.write([{ ...line, number: 2 }], 2)).toThrow('gone');
    await show.look();
    expect(existsSync(around)).toBe(false);

    mkdirSync(around);
    await show.look();
    expect(show.says()).toEqual(['show-file-rewritten']);
    const all = { guests: ['Ada', 'Grace', 'Hedy'], commands: ['before', 'meanwhile'] };
    expect(show.onDisk()).toEqual(all);
    show.decide('Mary');
    expect(show.onDisk().guests).toHaveLength(4);
    asRun.write([{ ...line, number: 2 }], 2);
    expect(asRun.after(0, 9).lines.map(({ number }) => number)).toEqual([1, 2]);
  });

  it('is not written over what lies in its place now, which is moved away and named', async () => {
    const data = testFolder();
    const show = showIn(data);
    show.decide('Ada');
    cpSync(data, `${data}-copy`, { recursive: true });
    onTestFinished(() => rmSync(`${data}-copy`, { recursive: true, force: true }));
    show.decide('Grace');
    renameSync(join(`${data}-copy`, 'showfloor.db'), show.path);
    await show.look();
    expect(show.says()).toEqual(['show-file-rewritten']);
    expect(show.onDisk().guests).toEqual(['Ada', 'Grace']);
    const aside = readdirSync(data).find((name) => /^showfloor\.db\.replaced-\d+$/.test(name));
    expect(itemsOf(show.store.state, 'loss')).toMatchObject([{ what: 'rewritten', aside }]);
  });

  it('is whole for the next start at every step at which the server may be killed', async () => {
    for (let step = 1; ; step++) {
      const data = testFolder();
      const show = showIn(data);
      show.decide('Ada');
      // The folder is another one, and empty.
      renameSync(data, `${data}-gone`);
      onTestFinished(() => rmSync(`${data}-gone`, { recursive: true, force: true }));
      mkdirSync(data);
      const live = fromHereKilledAtStep(step);
      await show.look();
      const wasKilled = isKilled();
      live();
      // Before the new file is whole there is no show: the disk has come back empty.
      const isWhole = existsSync(show.path) || existsSync(`${show.path}.next`);
      const again = wasKilled ? afterKill(data) : show.onDisk().guests;
      expect(again).toEqual(isWhole ? ['Ada'] : []);
      expect(step).toBeLessThan(60);
      if (wasKilled) continue;
      expect(step).toBeGreaterThan(10);
      break;
    }
  });
});

/** What a server finds that starts on a copy of the folder: the killed one holds the lock as long as this process lives. */
function afterKill(data: string): unknown[] {
  const copy = `${data}-next`;
  cpSync(data, copy, { recursive: true });
  onTestFinished(() => rmSync(copy, { recursive: true, force: true }));
  return showIn(copy).onDisk().guests;
}

describe.skipIf(!mayMount())('on a small disk (left out where none may be mounted: Linux, as root)', () => {
  function showOnSmallDisk() {
    const data = testFolder();
    const disk = smallDisk(data, '2m');
    if (disk === null) throw new Error('it was mounted a moment ago');
    let isThere = true;
    const takeAway = () => {
      if (isThere) disk.takeAway();
      isThere = false;
    };
    onTestFinished(takeAway);
    return { ...showIn(data), data, disk, takeAway };
  }

  it('what a full disk refused is written as soon as there is room, without another change', async () => {
    const { disk, ...show } = showOnSmallDisk();
    show.decide('Ada');
    disk.fill();
    for (let line = 0; line < 200; line++) show.journal(`line ${line}`);
    show.happen('Grace'.repeat(2000));
    expect(show.says()).toEqual(['memory-only']);
    expect(() => show.decide('Nobody'.repeat(2000))).toThrow('not-saved');
    await show.look();
    expect(show.says()).toEqual(['memory-only']);
    disk.free();
    await expect.poll(() => show.pass().then(show.says), SOON).toEqual([]);
    expect(show.onDisk().guests).toEqual(['Ada', 'Grace'.repeat(2000)]);
    expect(show.onDisk().commands).toHaveLength(200);
  });

  it('what a disk held that was pulled out is on the one below it', async () => {
    const { data, takeAway, ...show } = showOnSmallDisk();
    show.decide('Ada');
    writeFileSync(join(data, 'on-the-small-disk'), '');
    takeAway();
    await show.look();
    expect(show.says()).toEqual(['show-file-rewritten']);
    expect(existsSync(join(data, 'on-the-small-disk'))).toBe(false);
    expect(show.onDisk().guests).toEqual(['Ada']);
  });
});
