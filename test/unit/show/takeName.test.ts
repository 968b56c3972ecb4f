import { describe, expect, it } from 'vitest';
import type { Take } from '../../../server/protocol/slices.js';
import { fileWords } from '../../../server/show/fileWords.js';
import { newTake } from '../../../server/show/newTake.js';
import { slice } from '../../../server/show/store.js';
import { takeName } from '../../../server/show/takeName.js';
import { guestNamed, testFloor, type TestFloor } from '../../fixtures/floor.js';

const AT = new Date(2026, 10, 25, 14, 3, 9).getTime();

function take(floor: TestFloor, at: number): NonNullable<Take['named']> {
  const named = takeName(floor.store.state, at);
  const row = {
    ...newTake(floor.store.state, { kind: 'obs', origin: 'panel', startAskedBy: null, createdAt: at }),
    named,
  };
  floor.store.observe({ set: slice(`take:${row.id}`, row) });
  return named;
}

describe('the name of a take', () => {
  it('says the day, the time, who it is of, and which one of them it is', async () => {
    const floor = testFloor();
    const ada = await guestNamed(floor, 'Ada Lovelace');
    await floor.command('seats.set', { guestIds: [ada] });
    expect(take(floor, AT)).toEqual({
      file: '2026-11-25 14-03 Ada Lovelace 01',
      about: 'Ada Lovelace',
      number: 1,
    });
    expect(take(floor, AT + 3_600_000).file).toBe('2026-11-25 15-03 Ada Lovelace 02');
    expect(take(floor, AT + 24 * 3_600_000).file).toBe('2026-11-26 14-03 Ada Lovelace 01');
  });

  it('is of who is armed, before who sits there, and of nobody when nobody is known', async () => {
    const floor = testFloor();
    expect(take(floor, AT).file).toBe('2026-11-25 14-03 Take 01');
    const [ada, grace] = [await guestNamed(floor, 'Ada'), await guestNamed(floor, 'Grace')];
    await floor.command('seats.set', { guestIds: [ada, grace] });
    expect(take(floor, AT).about).toBe('Ada, Grace');
    const next = {
      instanceId: crypto.randomUUID(),
      content: { kind: 'guests' as const, guestIds: [grace] },
      autoOffMs: null,
      cut: false,
    };
    await floor.command('graphic.arm', { layer: 'lower-third', next });
    expect(take(floor, AT).about).toBe('Grace');
  });

  it('leaves the host out where there is a guest', async () => {
    const floor = testFloor();
    const ada = await guestNamed(floor, 'Ada');
    const hostId = crypto.randomUUID();
    const host = { name: 'Ingrid', pronouns: '', title: '', organisation: '', part: 'host' as const };
    await floor.command('guest.add', { guestId: hostId, ...host });
    await floor.command('seats.set', { guestIds: [hostId, ada] });
    expect(take(floor, AT).about).toBe('Ada');
    await floor.command('seats.set', { guestIds: [hostId] });
    expect(take(floor, AT).about).toBe('Ingrid');
  });

  it('says that it is a rehearsal', async () => {
    const floor = testFloor();
    await floor.command('mode.set', { mode: 'rehearsal' });
    expect(take(floor, AT).file).toBe('2026-11-25 14-03 Rehearsal Take 01');
  });

  it('is of no other take, also where letters of both cases are one', async () => {
    const floor = testFloor();
    await floor.command('seats.set', { guestIds: [await guestNamed(floor, 'ADA')] });
    const first = take(floor, AT);
    await floor.command('seats.set', { guestIds: [await guestNamed(floor, 'Ada')] });
    const second = take(floor, AT);
    expect(second.file.toLowerCase()).not.toBe(first.file.toLowerCase());
  });

  it('is what OBS is asked for, and on disk with the take', async () => {
    const floor = testFloor();
    floor.obsComes();
    await floor.command('record.start', {});
    const [file] = floor.device.names;
    expect(file).toMatch(/^\d{4}-\d\d-\d\d \d\d-\d\d Take 01$/);
    expect(Object.values(floor.disk.load())).toContainEqual(
      expect.objectContaining({ named: { file, about: 'Take', number: 1 } }),
    );
  });
});

describe('words of a file', () => {
  it.each([
    ['AC/DC: live? "yes" <no> a\\b|c*', 'AC-DC- live- -yes- -no- a-b-c-'],
    ['محمد الخوارزمي', 'محمد الخوارزمي'],
    ['abc\u202Egnp.exe', 'abcgnp.exe'],
    ['Zoë', 'Zoë'],
    ['👩🏽‍💻 李小龍', '👩🏽‍💻 李小龍'],
    ['..\u0000  a\tb\n ..', 'a b'],
    ['\u200B', ''],
  ])('of %j are %j', (text, words) => {
    expect(fileWords(text, 90)).toBe(words);
  });

  it('end between characters as a reader sees them', () => {
    expect(fileWords('👩🏽‍💻👩🏽‍💻', 20)).toBe('👩🏽‍💻');
    expect(fileWords('é'.normalize('NFD').repeat(5), 5)).toBe('éé');
  });
});
