import { randomUUID } from 'node:crypto';
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Guest } from '../../../server/protocol/slices.js';
import { slice } from '../../../server/show/store.js';
import { backUp, backupsOf, newestSound } from '../../../server/store/backup.js';
import { openDatabase } from '../../../server/store/database.js';
import { SliceDisk } from '../../../server/store/sliceDisk.js';
import { testFolder } from '../../fixtures/folder.js';
import { oldShowFile } from '../../fixtures/oldShowFile.js';

const silent = () => undefined;
const at = (minute: number) => new Date(Date.UTC(2026, 10, 25, 9, minute));

function showIn(folder: string) {
  const path = join(folder, 'showfloor.db');
  const opened = openDatabase(path, silent);
  onTestFinished(() => void opened.db.close());
  const disk = new SliceDisk(opened.db, silent);
  const add = (name: string) => {
    const added = guest(name);
    disk.write({ set: slice(`guest:${added.id}`, added) }, { flush: false });
  };
  return { ...opened, path, backups: backupsOf(path), disk, add };
}

function guest(name: string): Guest {
  return { id: randomUUID(), name, pronouns: '', title: '', organisation: '', part: 'guest', addedAt: 1 };
}

/** As a disk that lost its mind: what SQLite keeps beside the file goes too, for it could mend the file from it. */
function ruin(path: string): void {
  writeFileSync(path, 'this is not a database at all '.repeat(200));
  for (const suffix of ['-wal', '-shm']) rmSync(path + suffix, { force: true });
}

const guests = (state: object) => Object.keys(state).length;

describe('a backup', () => {
  it('holds the show as it was, named by its time, and nothing half-done lies beside it', () => {
    const show = showIn(testFolder());
    show.add('Ada');
    expect(backUp(show.db, show.backups, at(0))?.name).toBe('showfloor-20261125T090000Z.db');
    expect(readdirSync(show.backups)).toEqual(['showfloor-20261125T090000Z.db']);
  });

  it('is not made of an empty show, so that it pushes out none that has something', () => {
    const show = showIn(testFolder());
    expect(backUp(show.db, show.backups, at(0))).toBeNull();
    expect(newestSound(show.backups)).toBeNull();
  });

  it('is not made because a tablet was paired, or was heard again', () => {
    const show = showIn(testFolder());
    const hear = (lastHeardAt: number) => {
      const id = '5b0c8f43-7d5f-4f0b-9e0b-0f6d3e6a0001';
      const heard = { id, name: 'Tablet', role: 'producer', kind: 'page', pairedAt: 1, lastHeardAt } as const;
      show.disk.write({ set: slice(`device:${id}`, { ...heard, address: null }) }, { flush: false });
    };
    hear(1);
    expect(backUp(show.db, show.backups, at(0))).toBeNull();
    show.add('Ada');
    backUp(show.db, show.backups, at(1));
    hear(2);
    expect(backUp(show.db, show.backups, at(2))).toBeNull();
  });

  it('is not made of what the newest one holds already, so that starts push out no older one', () => {
    const show = showIn(testFolder());
    show.add('Ada');
    backUp(show.db, show.backups, at(0));
    expect(backUp(show.db, show.backups, at(1))).toBeNull();
  });

  it('pushes out the oldest beyond ten', () => {
    const show = showIn(testFolder());
    for (let minute = 0; minute < 12; minute++) {
      show.add('Ada');
      backUp(show.db, show.backups, at(minute));
    }
    const kept = readdirSync(show.backups).sort();
    expect(kept).toHaveLength(10);
    expect(kept[0]).toContain('T090200Z');
  });

  it('that is damaged is passed over for the one before', () => {
    const show = showIn(testFolder());
    show.add('Ada');
    backUp(show.db, show.backups, at(0));
    show.add('Grace');
    backUp(show.db, show.backups, at(1));
    writeFileSync(join(show.backups, 'showfloor-20261125T090100Z.db'), 'no database '.repeat(400));
    expect(newestSound(show.backups)?.name).toContain('T090000Z');
  });
});

describe('a show file that cannot be read', () => {
  it('gives way to the newest sound backup and is kept', () => {
    const folder = testFolder();
    const show = showIn(folder);
    show.add('Ada');
    backUp(show.db, show.backups, at(0));
    show.db.close();
    ruin(show.path);
    const again = showIn(folder);
    expect(again).toMatchObject({ wasSetAside: true, restored: 'showfloor-20261125T090000Z.db' });
    expect(guests(again.disk.load())).toBe(1);
    expect(readdirSync(folder).some((name) => name.includes('unreadable'))).toBe(true);
  });

  it.each([
    ['gone', (path: string) => rmSync(path)],
    ['empty', (path: string) => writeFileSync(path, '')],
  ])('or is %s gives way to the newest backup, and not to a new show that hides it', (_, lose) => {
    const folder = testFolder();
    const show = showIn(folder);
    show.add('Ada');
    backUp(show.db, show.backups, at(0));
    show.db.close();
    lose(show.path);
    const again = showIn(folder);
    expect(again).toMatchObject({ wasSetAside: true, restored: 'showfloor-20261125T090000Z.db' });
    expect(guests(again.disk.load())).toBe(1);
  });

  it('is begun anew where there is no backup', () => {
    const folder = testFolder();
    const show = showIn(folder);
    show.db.close();
    ruin(show.path);
    expect(showIn(folder)).toMatchObject({ wasSetAside: true, restored: null });
  });
});

describe('a newer version', () => {
  it('backs the show up as the older one left it, before it changes the file', () => {
    const folder = testFolder();
    const ada = guest('Ada');
    oldShowFile(folder, 1, (db) => {
      db.prepare('INSERT INTO slices VALUES (?, ?)').run(`guest:${ada.id}`, JSON.stringify(ada));
    });
    const again = showIn(folder);
    expect(newestSound(again.backups)).not.toBeNull();
    expect(guests(again.disk.load())).toBe(1);
  });
});
