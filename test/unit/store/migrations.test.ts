import { describe, expect, it, onTestFinished } from 'vitest';
import type { Look } from '../../../server/protocol/slices.js';
import { openDatabase } from '../../../server/store/database.js';
import { itemsOf } from '../../../server/show/items.js';
import { SliceDisk } from '../../../server/store/sliceDisk.js';
import { testFolder } from '../../fixtures/folder.js';
import { oldShowFile } from '../../fixtures/oldShowFile.js';

const silent = () => undefined;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u;

/** A show file with these slices as a version with so many steps of the schema left it, opened by this one. */
function openedFrom(steps: number, rows: Record<string, unknown>) {
  const path = oldShowFile(testFolder(), steps, (old) => {
    for (const [key, value] of Object.entries(rows)) {
      const text = typeof value === 'string' ? value : JSON.stringify(value);
      old.prepare('INSERT INTO slices VALUES (?, ?)').run(key, text);
    }
  });
  const db = openDatabase(path, silent);
  onTestFinished(() => void db.close());
  const disk = new SliceDisk(db, silent);
  const state = disk.load();
  const looks = Object.entries(state)
    .flatMap(([key, value]) => (key.startsWith('look:') ? [value as Look] : []))
    .sort((a, b) => a.collection.localeCompare(b.collection) || a.place - b.place);
  return { losses: itemsOf(state, 'loss'), state, looks };
}

const tile = (sceneId: string, name: string, key: string | null) => ({ sceneId, name, key });
const BOOTH = {
  collection: 'Booth',
  tiles: [tile('a', 'Wide', '1'), tile('b', 'BRB', '2'), tile('c', 'Holding', null)],
};
const STAGE = { collection: 'Stage: “main”', tiles: [tile('a', 'Größe 🎤', '1')] };

describe('a show file from before there were looks', () => {
  it('keeps the place and the key of every scene, in each collection, as a look', () => {
    const { losses, state, looks } = openedFrom(1, { 'places:Booth': BOOTH, 'places:Stage: “main”': STAGE });
    expect(losses).toEqual([]);
    expect(
      looks.map(({ collection, scene, name, place, key }) => [
        collection,
        scene.id,
        scene.name,
        name,
        place,
        key,
      ]),
    ).toEqual([
      ['Booth', 'a', 'Wide', null, 0, '1'],
      ['Booth', 'b', 'BRB', null, 1, '2'],
      ['Booth', 'c', 'Holding', null, 2, null],
      ['Stage: “main”', 'a', 'Größe 🎤', null, 0, '1'],
    ]);
    expect(looks.every(({ id }) => UUID.test(id) && `look:${id}` in state)).toBe(true);
    expect(new Set(looks.map(({ id }) => id)).size).toBe(4);
  });

  it('has the first scene with a name for it as its Holding look, and none where there is no such name', () => {
    const { looks } = openedFrom(1, { 'places:Booth': BOOTH, 'places:Stage: “main”': STAGE });
    expect(looks.filter(({ isHolding }) => isHolding).map(({ scene }) => scene.name)).toEqual(['BRB']);
  });

  it('loses nothing else, and sets aside what was broken already', () => {
    const guest = {
      id: crypto.randomUUID(),
      name: 'Ada',
      pronouns: '',
      title: '',
      organisation: '',
      addedAt: 1,
    };
    const { losses, state, looks } = openedFrom(1, {
      [`guest:${guest.id}`]: guest,
      'places:Booth': BOOTH,
      'places:Torn': '{"collection": "To',
    });
    expect(state[`guest:${guest.id}`]).toMatchObject(guest);
    expect(looks).toHaveLength(3);
    expect(losses).toMatchObject([{ what: 'entries', count: 1 }]);
  });
});

describe('a show file from before the journal said what a sender saw', () => {
  it('keeps every line, as one that expected nothing, and takes new ones', () => {
    const line = { at: 1, deviceId: 'tablet', role: 'producer', command: 'record.stop', outcome: 'ok' };
    const old = oldShowFile(testFolder(), 2, (db) => {
      db.prepare('INSERT INTO journal VALUES (?, ?, ?, ?, ?, ?)').run(
        ...[line.at, line.deviceId, line.role, line.command, '{}', line.outcome],
      );
    });
    const db = openDatabase(old, silent);
    onTestFinished(() => void db.close());
    new SliceDisk(db, silent).journal({ ...line, at: 2, params: {}, expect: { takeId: 'a take' } });
    expect(db.prepare('SELECT at, command, params, expect, outcome FROM journal').raw().all()).toEqual([
      [1, 'record.stop', '{}', 'null', 'ok'],
      [2, 'record.stop', '{}', '{"takeId":"a take"}', 'ok'],
    ]);
  });
});
