import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Schedule } from '../../../server/protocol/schedule.js';
import { outcomeOf } from './reading.js';

const ROME = { zone: 'Europe/Rome', firstDay: '2026-06-12' };

/** One small file of each format, to be broken. */
const WHOLE = [
  '{"schedule":{"version":"1","conference":{"title":"B","time_zone_name":"UTC","days":[{"date":"2026-06-12","rooms":{"A":[{"id":1,"title":"T","date":"2026-06-12T10:00:00Z","duration":"0:30","persons":[{"name":"Ada"}]}]}}]}}}',
  '<schedule><conference><title>B</title></conference><day date="2026-06-12"><room name="A"><event id="1"><title>T</title><start>10:00</start><duration>0:30</duration></event></room></day></schedule>',
  '{"sessions":[{"id":"1","title":"T","startsAt":"2026-06-12T10:00:00","endsAt":null,"speakers":["a"],"roomId":1}],"speakers":[{"id":"a","fullName":"Ada"}],"rooms":[{"id":1,"name":"A"}],"categories":[]}',
  'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;TZID=Europe/Rome:20260612T100000\r\nDURATION:PT30M\r\nSUMMARY:T\\, u\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n',
  '{"conference":{"sponsors":{}},"schedule":[{"conf_key":1,"name":"T","kind":"talk","start":"2026-06-12T10:00:00-04:00","duration":30,"room":"A"}]}',
  'Date,Start,End,Title,Speaker\n12.06.2026,10:00,10:30,"T, u",Ada Lovelace\nSaturday,,,,\n,11:00-11:30,,V,\n',
  '12 June 2026\n10:00 T – Ada Lovelace\n11:00-12:00 V\n',
];

/** A file of a known format in which bytes were changed, put in, taken out, or the rest was lost. */
const damaged = fc
  .tuple(
    fc.constantFrom(...WHOLE),
    fc.array(fc.tuple(fc.nat(400), fc.nat(12), fc.uint8Array({ maxLength: 6 })), { maxLength: 4 }),
    fc.option(fc.nat(300)),
  )
  .map(([text, changes, end]) => {
    let bytes = Buffer.from(text);
    for (const [at, count, by] of changes) {
      bytes = Buffer.concat([bytes.subarray(0, at), by, bytes.subarray(at + count)]);
    }
    return new Uint8Array(end === null ? bytes : bytes.subarray(0, end));
  });

/** JSON with the names that readers look for, and anything in them. */
const names = [
  'schedule',
  'conference',
  'days',
  'rooms',
  'events',
  'sessions',
  'speakers',
  'title',
  'name',
  'id',
  'start',
  'startsAt',
  'date',
  'duration',
  'persons',
  'kind',
  'conf_key',
];
const shaped = fc
  .letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.oneof(fc.string(), fc.integer(), fc.constantFrom(null, true, '10:00', '2026-06-12T10:00:00')),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom(...names), tie('value'), { maxKeys: 5 }),
    ),
  }))
  .value.map((value) => JSON.stringify(value));

/** What holds of every schedule, whatever it was read from. */
function expectWhole({ sessions, people, rooms }: Schedule): void {
  const known = new Set(people.map(({ key }) => key));
  const names = new Set(rooms.map(({ name }) => name));
  expect(new Set(sessions.map(({ key }) => key)).size).toBe(sessions.length);
  for (const session of sessions) {
    expect(session.title).toMatch(/^\S(?:.*\S)?$/su);
    if (session.start !== null) expect(session.end).toBeGreaterThanOrEqual(session.start);
    expect(session.people.every(({ person }) => known.has(person))).toBe(true);
    expect(session.rooms.every((room) => names.has(room))).toBe(true);
  }
}

describe('whatever a file holds, it is read whole, asks, or is refused in a sentence', () => {
  it.each<[string, fc.Arbitrary<Uint8Array | string>]>([
    ['bytes', fc.uint8Array({ maxLength: 200 })],
    ['texts', fc.string({ unit: 'binary', maxLength: 200 })],
    ['damaged files', damaged],
    ['JSON of the right names', shaped],
  ])('%s', async (_what, contents) => {
    await fc.assert(
      fc.asyncProperty(contents, async (content) => {
        const outcome = await outcomeOf(content, ROME);
        if (outcome.is === 'read') expectWhole(outcome.schedule);
        else expect(outcome.message).toMatch(/Nothing was imported/u);
      }),
      { numRuns: 300 },
    );
  });
});
