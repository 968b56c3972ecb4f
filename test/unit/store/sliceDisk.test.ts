import { randomUUID } from 'node:crypto';
import { readdirSync, writeFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openDatabase } from '../../../server/store/database.js';
import { SliceDisk } from '../../../server/store/sliceDisk.js';
import { newTake } from '../../../server/show/newTake.js';
import { itemsOf } from '../../../server/show/items.js';
import { slice } from '../../../server/show/store.js';
import { testFolder } from '../../fixtures/folder.js';

const silent = () => undefined;

function open(folder: string) {
  const db = openDatabase(join(folder, 'show.db'), silent);
  onTestFinished(() => void db.close());
  return { db, disk: new SliceDisk(db, silent) };
}

function guest(name: string) {
  const id = randomUUID();
  return { id, name, pronouns: '', title: '', organisation: '', part: 'guest' as const, addedAt: 1 };
}

describe('the disk', () => {
  it('gives back what was written, exactly, whatever the script', () => {
    const folder = testFolder();
    const arabic = guest('محمد الفاتح 🎉 “Mo” ' + 'ا'.repeat(60));
    open(folder).disk.write({ set: slice(`guest:${arabic.id}`, arabic) }, { flush: false });
    expect(open(folder).disk.load()).toEqual({ [`guest:${arabic.id}`]: arabic });
  });

  it('reads what an older version kept: a guest without a part, a name on air without a place', () => {
    const { disk, db } = open(testFolder());
    const { part, ...guestBefore } = guest('Ada');
    const id = guestBefore.id;
    const onAir = { instanceId: id, graphic: 'g', guestIds: [id], revision: 0, cut: false, autoOffMs: null };
    const wanted = { layer: 'lower-third', armed: null, leaving: null };
    const put = db.prepare('INSERT INTO slices VALUES (?, ?)');
    put.run(`guest:${id}`, JSON.stringify(guestBefore));
    const before = { ...wanted, onAir: { ...onAir, offAt: null, data: { people: [] } } };
    put.run('wanted:lower-third', JSON.stringify(before));
    expect(disk.load()).toMatchObject({
      [`guest:${id}`]: { name: 'Ada', part },
      'wanted:lower-third': { onAir: { data: { place: { align: 'left', raised: false } } } },
    });
  });

  it('writes all of a change or nothing', () => {
    const folder = testFolder();
    const { disk, db } = open(folder);
    const ada = guest('Ada');
    db.exec(
      "CREATE TRIGGER full BEFORE INSERT ON slices WHEN NEW.key LIKE 'take:%' BEGIN SELECT RAISE(ABORT, 'full'); END",
    );
    const take = newTake({}, { kind: 'obs', origin: 'panel', startAskedBy: null, createdAt: 1 });
    const both = { ...slice(`guest:${ada.id}`, ada), ...slice(`take:${take.id}`, take) };
    expect(() => disk.write({ set: both }, { flush: true })).toThrow('full');
    expect(disk.load()).toEqual({});
  });

  it('forgets what is gone', () => {
    const { disk } = open(testFolder());
    const ada = guest('Ada');
    disk.write({ set: slice(`guest:${ada.id}`, ada) }, { flush: false });
    disk.write({ set: {}, gone: [`guest:${ada.id}`] }, { flush: false });
    expect(disk.load()).toEqual({});
  });

  it('waits for the disk in a flushed write, and in no other', () => {
    const { disk, db } = open(testFolder());
    db.exec(`
      CREATE TEMP TABLE levels (level INTEGER);
      CREATE TEMP TRIGGER watch AFTER INSERT ON slices
        BEGIN INSERT INTO levels SELECT synchronous FROM pragma_synchronous; END`);
    const [ada, grace] = [guest('Ada'), guest('Grace')];
    disk.write({ set: slice(`guest:${ada.id}`, ada) }, { flush: true });
    const two = { ...slice(`guest:${grace.id}`, grace), ...slice(`guest:${ada.id}`, { ...ada, name: 'A' }) };
    disk.write({ set: two }, { flush: true });
    disk.write({ set: slice(`guest:${guest('Hedy').id}`, guest('Hedy')) }, { flush: false });
    // SQLite's FULL is 2: it flushes its log before it says that it has written. NORMAL is 1.
    expect(db.prepare('SELECT level FROM levels').raw().all()).toEqual([[2], [2], [1]]);
  });

  it('goes back to quick writes after a flushed one, also when that failed', () => {
    const { disk, db } = open(testFolder());
    const synchronous = () => db.prepare('PRAGMA synchronous').raw().all();
    disk.write({ set: {} }, { flush: true });
    db.exec('DROP TABLE slices');
    expect(() =>
      disk.write({ set: { identity: { id: randomUUID(), name: 'x' } } }, { flush: true }),
    ).toThrow();
    expect(synchronous()).toEqual([[1]]);
  });

  it.each([
    ['is no JSON', 'guest:1', '{"name": "Ada'],
    ['breaks its schema', 'guest:1', '{"name": 5}'],
    ['has no schema', 'scenes', '[]'],
    ['is of an unknown noun', 'gremlin:1', '{}'],
  ])('sets an entry aside that %s, and keeps the rest', (_, key, value) => {
    const folder = testFolder();
    const { disk, db } = open(folder);
    const ada = guest('Ada');
    disk.write({ set: slice(`guest:${ada.id}`, ada) }, { flush: false });
    db.prepare('INSERT INTO slices VALUES (?, ?)').run(key, value);
    const state = disk.load();
    const [loss] = itemsOf(state, 'loss');
    expect(loss).toMatchObject({ what: 'entries', count: 1 });
    expect(state).toEqual({ [`guest:${ada.id}`]: ada, [`loss:${loss?.id}`]: loss });
    expect(db.prepare('SELECT key, value FROM set_aside').raw().all()).toEqual([[key, value]]);
    // It is said until somebody has seen it, and once.
    expect(disk.load()).toEqual(state);
  });

  it('sets a file aside that is no database, and begins a new one', () => {
    const folder = testFolder();
    writeFileSync(join(folder, 'show.db'), 'this is not a database at all '.repeat(200));
    const losses = itemsOf(open(folder).disk.load(), 'loss');
    const aside = readdirSync(folder).find((name) => name.startsWith('show.db.unreadable-'));
    expect(losses).toMatchObject([{ what: 'show-file', aside, backup: null }]);
  });

  it('refuses a show file of a newer version and leaves it alone', () => {
    const folder = testFolder();
    const { db } = open(folder);
    db.exec('PRAGMA user_version = 99; PRAGMA journal_mode = DELETE');
    db.close();
    const before = readFileSync(join(folder, 'show.db'));
    expect(() => openDatabase(join(folder, 'show.db'), silent)).toThrow('newer version');
    expect(readFileSync(join(folder, 'show.db')).equals(before)).toBe(true);
    expect(readdirSync(folder).some((name) => name.includes('unreadable'))).toBe(false);
  });
});
