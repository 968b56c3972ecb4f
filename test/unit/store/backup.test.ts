import { randomUUID } from 'node:crypto';
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Guest } from '../../../server/protocol/slices.js';
import { itemsOf } from '../../../server/show/items.js';
import { slice } from '../../../server/show/store.js';
import { backUp, backupsOf, newestSound } from '../../../server/store/backup.js';
import { openDatabase } from '../../../server/store/database.js';
import { SliceDisk } from '../../../server/store/sliceDisk.js';
import { killedAtStep } from '../../fixtures/dyingFiles.js';
import { testFolder } from '../../fixtures/folder.js';

import { oldShowFile } from '../../fixtures/oldShowFile.js';

// It is moved above the imports, so it imports by itself.
vi.mock('node:fs', async (files) => (await import('../../fixtures/dyingFiles.js')).dyingFiles(files));

const silent = () => undefined;
const at = (minute: number) => new Date(Date.UTC(2026, 10, 25, 9, minute));

function showIn(folder: string) {
  const path = join(folder, 'showfloor.db');
  const db = openDatabase(path, silent);
  onTestFinished(() => void db.close());
  const disk = new SliceDisk(db, silent);
  const add = (name: string) => {
    const added = guest(name);
    disk.write({ set: slice(`guest:${added.id}`, added) }, { flush: false });
  };
  return { db, path, backups: backupsOf(path), disk, add };
}

function guest(name: string): Guest {
  return { id: randomUUID(), name, pronouns: '', title: '', organisation: '', part: 'guest', addedAt: 1 };
}

/** As a disk that lost its mind: what SQLite keeps beside the file goes too, for it could mend the file from it. */
function ruin(path: string): void {
  writeFileSync(path, 'this is not a database at all '.repeat(200));
  for (const suffix of ['-wal', '-shm']) rmSync(path + suffix, { force: true });
}

const guests = (disk: SliceDisk) => itemsOf(disk.load(), 'guest').length;
const losses = (disk: SliceDisk) => itemsOf(disk.load(), 'loss');

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
  /** A show with one guest and a backup of it, and then without its file. */
  function lostShow(lose: (path: string) => void): string {
    const folder = testFolder();
    const show = showIn(folder);
    show.add('Ada');
    backUp(show.db, show.backups, at(0));
    show.db.close();
    lose(show.path);
    return folder;
  }
  const backup = { name: 'showfloor-20261125T090000Z.db', at: at(0).getTime() };

  it.each([
    ['is damaged', ruin, /^showfloor\.db\.unreadable-\d+$/],
    ['is empty', (path: string) => writeFileSync(path, ''), /^showfloor\.db\.unreadable-\d+$/],
    ['is gone', (path: string) => rmSync(path), null],
  ])('or %s gives way to the newest sound backup, and that is kept as a loss', (_, lose, aside) => {
    const folder = lostShow(lose);
    const { disk } = showIn(folder);
    expect(guests(disk)).toBe(1);
    expect(losses(disk)).toMatchObject([{ what: 'show-file', backup }]);
    const kept = readdirSync(folder).find((name) => name.includes('unreadable'));
    if (aside === null) expect(kept).toBeUndefined();
    else expect(kept).toMatch(aside);
    expect(losses(disk)).toMatchObject([{ aside: kept ?? null }]);
  });

  it('is begun anew where there is no backup, and that pushes out none later', () => {
    const folder = testFolder();
    const show = showIn(folder);
    show.db.close();
    ruin(show.path);
    const again = showIn(folder);
    expect(losses(again.disk)).toMatchObject([{ what: 'show-file', backup: null }]);
    expect(backUp(again.db, again.backups, at(1))).toBeNull();
  });

  it('is lost without a word at no step at which a start may be killed', () => {
    for (const lose of [ruin, (path: string) => rmSync(path)]) {
      for (let step = 1; ; step++) {
        const folder = lostShow(lose);
        const wasKilled = killedAtStep(step, () =>
          openDatabase(join(folder, 'showfloor.db'), silent).close(),
        );
        const { disk } = showIn(folder);
        expect(guests(disk)).toBe(1);
        expect(losses(disk)).toMatchObject([{ what: 'show-file', backup }]);
        const aside = readdirSync(folder).find((name) => name.includes('unreadable'));
        expect(losses(disk)).toMatchObject([{ aside: aside ?? null }]);
        expect(aside === undefined).toBe(lose !== ruin);
        expect(step).toBeLessThan(50);
        if (wasKilled) continue;
        expect(step).toBeGreaterThan(10);
        break;
      }
    }
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
    expect(guests(again.disk)).toBe(1);
  });
});
