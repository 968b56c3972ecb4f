import { expect, it } from 'vitest';
import { programmeOf, remarksOn, scheduleIn } from './reading.js';

const SLOT = {
  conf_key: 3,
  name: 'Engines',
  kind: 'talk',
  section: 'talks',
  start: '2026-05-15T10:00:00-04:00',
  end: '2026-05-15T10:30:00-04:00',
  duration: 30,
  room: 'Hall',
  rooms: ['Hall', 'Annex'],
  released: true,
  license: 'CC BY',
  speakers: [{ id: 48, name: 'Ada', bio: '<p>Analyst</p>' }],
};
const CONTENT = {
  conference: {
    content: '',
    sponsors: { Gold: [{ name: 'Engine Co', level: 'Gold', logo_url: 'https://example.org/l.png' }] },
  },
  schedule: [
    SLOT,
    {
      ...SLOT,
      conf_key: 4,
      name: 'Doors open',
      kind: 'informational',
      end: SLOT.start,
      duration: 0,
      speakers: [],
    },
    {
      ...SLOT,
      conf_key: 5,
      name: 'Posters',
      kind: 'poster',
      released: false,
      cancelled: true,
      speakers: [],
      sessions: [{ conf_key: 5001, name: 'A poster', authors: ['Grace'] }],
    },
  ],
};

it('conference.json of PyCon US is read with rooms, permission, sponsors, and posters within their session', async () => {
  expect(await programmeOf(CONTENT)).toEqual([
    '05-15 10:00-10:30 Engines (Ada) in Hall and Annex',
    '05-15 10:00-10:00 Doors open in Hall and Annex',
    '05-15 10:00-10:30 Posters in Hall and Annex',
  ]);
  const { zone, sessions, sponsors, people } = await scheduleIn(CONTENT);
  expect(zone).toEqual({ id: '-04:00', from: 'offsets' });
  expect(sponsors).toEqual([{ name: 'Engine Co', level: 'Gold', logoUrl: 'https://example.org/l.png' }]);
  expect(sessions.map(({ doNotRecord, isCancelled }) => [doNotRecord, isCancelled])).toEqual([
    [false, false],
    [false, false],
    [true, true],
  ]);
  expect(sessions[2]?.parts).toEqual([
    expect.objectContaining({
      key: 'id:5/id:5001',
      title: 'A poster',
      people: [{ person: 'name:grace', part: 'presenter' }],
    }),
  ]);
  expect(people.map(({ name, biography }) => [name, biography])).toEqual([
    ['Ada', 'Analyst'],
    ['Grace', ''],
  ]);
});

it('an older one, which is a bare list of slots with names alone, is read too', async () => {
  const { speakers: _speakers, rooms: _rooms, ...slot } = SLOT;
  expect(await programmeOf([{ ...slot, authors: ['Ada', 'Grace'] }])).toEqual([
    '05-15 10:00-10:30 Engines (Ada, Grace) in Hall',
  ]);
});

it('slots of no length are said once, with how many they are', async () => {
  expect(await remarksOn(CONTENT)).toEqual(['zone-from-offsets', 'no-length']);
});
