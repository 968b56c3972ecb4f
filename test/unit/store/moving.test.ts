import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { State } from '../../../server/protocol/slices.js';
import { newTake } from '../../../server/show/newTake.js';
import { slice } from '../../../server/show/store.js';
import { openDatabase } from '../../../server/store/database.js';
import { exportShow, importShow, refuseUsed } from '../../../server/store/moving.js';
import { SliceDisk } from '../../../server/store/sliceDisk.js';
import { killedAtStep } from '../../fixtures/dyingFiles.js';
import { testFolder } from '../../fixtures/folder.js';

// It is moved above the imports, so it imports by itself.
vi.mock('node:fs', async (files) => (await import('../../fixtures/dyingFiles.js')).dyingFiles(files));

const silent = () => undefined;

function showIn(folder: string) {
  const path = join(folder, 'showfloor.db');
  const db = openDatabase(path, silent);
  onTestFinished(() => void db.close());
  return { path, db, disk: new SliceDisk(db, silent) };
}

const id = randomUUID();
const ada = {
  id,
  name: 'Ada 👩‍🚀',
  pronouns: '',
  title: '',
  organisation: '',
  part: 'guest',
  addedAt: 1,
} as const;
const running = {
  ...newTake({}, { kind: 'obs', origin: 'panel', createdAt: 5, startAskedBy: null }),
  state: 'recording',
  startedAt: 6,
  path: '/r/a.mkv',
} as const;
const device = { id, name: 'Tablet', role: 'producer', kind: 'page', pairedAt: 1, lastHeardAt: 1 } as const;
const onAir = { layer: 'lower-third', onAir: null, armed: null, leaving: null } as const;
const stays: Partial<State> = {
  identity: { id, name: 'Booth' },
  mode: { mode: 'show', since: 1 },
  safe: { since: 1, backTo: null, askedBy: null },
  outputsWanted: { stream: { since: 1 }, record: { since: 1 }, sceneId: 'wide' },
  ...slice(`device:${id}`, { ...device, address: '10.0.0.7' }),
  ...slice(`credential:${id}`, { id, deviceId: id, hash: 'a-secret-hash' }),
  ...slice('wanted:lower-third', onAir),
  ...slice(`loss:${id}`, { what: 'entries', id, at: 1, count: 1 }),
};
const goes: Partial<State> = { ...slice(`guest:${id}`, ada), seats: { guestIds: [id] } };

/** A show that runs, and its export. */
function exported() {
  const { path, db, disk } = showIn(testFolder());
  disk.write({ set: { ...goes, ...stays, ...slice(`take:${running.id}`, running) } }, { flush: false });
  const file = join(testFolder(), 'mine.showfloor');
  return { path, db, file, count: exportShow(path, file, 9) };
}

describe('a show that moves', () => {
  it('has its people and takes there, and nobody is paired, nothing on air, nothing running', () => {
    const { file, count } = exported();
    const there = testFolder();
    expect(importShow(file, join(there, 'showfloor.db'))).toBe(count);
    const { disk } = showIn(there);
    const ended = { ...running, state: 'interrupted', endedBy: 'server-away', endedAt: 9 };
    expect(disk.load()).toEqual({ ...goes, [`take:${running.id}`]: ended });
  });

  it('is a file for its owner alone, without a trace of a secret, and the show that it is of is as it was', () => {
    const { path, db, file } = exported();
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readFileSync(file).includes('a-secret-hash')).toBe(false);
    expect(readdirSync(join(file, '..'))).toEqual(['mine.showfloor']);
    expect(new SliceDisk(db, silent).load()).toMatchObject(stays);
    expect(() => exportShow(path, file, 9)).toThrow('is there already');
  });

  it('may come from an older version', () => {
    const { file } = exported();
    const db = new Database(file);
    db.exec('ALTER TABLE journal DROP COLUMN expect; PRAGMA user_version = 2');
    db.close();
    const there = testFolder();
    importShow(file, join(there, 'showfloor.db'));
    expect(showIn(there).disk.load()).toMatchObject(goes);
  });

  it.each<[string, (file: string) => void, string]>([
    ['is damaged', (file) => writeFileSync(file, readFileSync(file).fill(0x41, 4096)), 'is damaged'],
    ['is cut short', (file) => writeFileSync(file, readFileSync(file).subarray(0, 5000)), 'is damaged'],
    ['is a text', (file) => writeFileSync(file, 'Dear diary, '.repeat(99)), 'not a show'],
    ['is empty', (file) => writeFileSync(file, ''), 'not a show'],
    ['is another database', (file) => inFile(file, 'PRAGMA application_id = 7'), 'not a show'],
    ['is of a newer version', (file) => inFile(file, 'PRAGMA user_version = 99'), 'newer version'],
    [
      'has an entry that breaks its schema',
      (file) => inFile(file, "UPDATE slices SET value = '{}'"),
      'damaged',
    ],
  ])('is refused in one sentence when its file %s, and nothing is written', (_, spoil, says) => {
    const { file } = exported();
    spoil(file);
    const there = testFolder();
    const bytes = readFileSync(file);
    const act = () => importShow(file, join(there, 'showfloor.db'));
    expect(act).toThrow(says);
    expect(act).toThrow(/^[^\n]+\.$/);
    expect(readdirSync(there)).toEqual([]);
    expect(readFileSync(file).equals(bytes)).toBe(true);
  });

  it('is refused a folder in which something is, and not one that a killed import left', () => {
    const there = testFolder();
    writeFileSync(join(there, 'owner.lock'), '');
    writeFileSync(join(there, 'showfloor.db.part'), 'half');
    refuseUsed(there);
    writeFileSync(join(there, 'notes.txt'), '');
    expect(() => refuseUsed(there)).toThrow('notes.txt');
  });

  it('is whole or not there at every step at which export or import may be killed', () => {
    const { path, file } = exported();
    for (const move of [(to: string) => exportShow(path, to, 9), (to: string) => importShow(file, to)]) {
      for (let step = 1; ; step++) {
        const to = join(testFolder(), 'showfloor.db');
        const wasKilled = killedAtStep(step, () => move(to));
        if (existsSync(to)) {
          const db = new Database(to);
          expect(db.prepare('SELECT count(*) FROM slices').raw().all()).toEqual([[3]]);
          db.close();
        }
        // What a killed one left is in the way of none.
        else move(to);
        expect(step).toBeLessThan(30);
        if (wasKilled) continue;
        expect(step).toBeGreaterThan(4);
        break;
      }
    }
  });
});

function inFile(file: string, sql: string): void {
  const db = new Database(file);
  db.exec(sql);
  db.close();
}
