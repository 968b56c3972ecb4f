import { describe, expect, it } from 'vitest';
import { outcomeOf, programmeOf, remarksOn, scheduleIn } from './reading.js';

const ADA = {
  id: 'a-1',
  firstName: 'Ada',
  lastName: 'Lovelace',
  fullName: 'Ada Lovelace',
  tagLine: 'Analyst',
  bio: 'x',
};
const TALK = {
  id: '17',
  title: ' Engines ',
  description: 'One\r\ntwo',
  startsAt: '2026-06-12T10:00:00',
  endsAt: '2026-06-12T10:45:00',
  isServiceSession: false,
  speakers: ['a-1'],
  categoryItems: [21],
  roomId: 5,
  status: 'Accepted',
};
const ALL = {
  sessions: [
    TALK,
    {
      id: '9f2c',
      title: 'Lunch',
      startsAt: '2026-06-12T12:00:00',
      endsAt: '2026-06-12T13:00:00',
      isServiceSession: true,
      speakers: [],
      roomId: 5,
    },
    { id: '18', title: 'Later', startsAt: null, endsAt: null, speakers: ['gone'], roomId: null },
  ],
  speakers: [ADA],
  questions: [],
  categories: [{ id: 2, title: 'Track', items: [{ id: 21, name: 'History' }] }],
  rooms: [{ id: 5, name: 'Great Hall 1 & 2', sort: 0 }],
};
const ZONE = { zone: 'America/Chicago' };

describe('Sessionize', () => {
  it('says no zone, which is asked for', async () => {
    expect(await outcomeOf(ALL)).toMatchObject({
      is: 'needs',
      what: 'zone',
      format: 'sessionize',
      suggestion: null,
    });
  });

  it('is read with its speakers and rooms, breaks as breaks, and what has no time yet', async () => {
    expect(await programmeOf(ALL, ZONE)).toEqual([
      '06-12 10:00-10:45 Engines (Ada Lovelace) in Great Hall 1 & 2',
      '06-12 12:00-13:00 Lunch in Great Hall 1 & 2',
      'some time Later',
    ]);
    const { sessions, people } = await scheduleIn(ALL, ZONE);
    expect(sessions.map(({ key, kind, track }) => [key, kind, track])).toEqual([
      ['id:17', 'presentation', 'History'],
      ['id:9f2c', 'break', null],
      ['id:18', 'presentation', null],
    ]);
    expect(people).toEqual([
      expect.objectContaining({ key: 'id:a-1', name: 'Ada Lovelace', title: 'Analyst', biography: 'x' }),
    ]);
    expect(await remarksOn(ALL, ZONE)).toEqual(['no-start', 'unknown-person']);
  });

  it('set to UTC is read as UTC, also where another zone is asked for', async () => {
    const utc = {
      ...ALL,
      sessions: [{ ...TALK, startsAt: '2026-06-12T15:00:00Z', endsAt: '2026-06-12T15:45:00Z' }],
    };
    expect(await programmeOf(utc, ZONE)).toEqual([
      '06-12 10:00-10:45 Engines (Ada Lovelace) in Great Hall 1 & 2',
    ]);
    expect((await scheduleIn(utc)).zone).toEqual({ id: 'UTC', from: 'offsets' });
  });

  it('as a grid has a plenum once, in all of its rooms', async () => {
    const talk = { ...TALK, speakers: [{ id: 'a-1', name: 'Ada Lovelace' }] };
    const plenum = {
      id: 'p',
      title: 'Opening',
      startsAt: '2026-06-12T09:00:00',
      endsAt: '2026-06-12T09:30:00',
      speakers: [],
    };
    const rooms = [
      {
        id: 5,
        name: 'Hall',
        sessions: [
          { ...plenum, room: 'Hall' },
          { ...talk, room: 'Hall' },
        ],
      },
      { id: 6, name: 'Annex', sessions: [{ ...plenum, room: 'Annex' }] },
    ];
    const grid = [{ date: '2026-06-12T00:00:00', isDefault: true, rooms }];
    expect(await programmeOf(grid, ZONE)).toEqual([
      '06-12 09:00-09:30 Opening in Hall and Annex',
      '06-12 10:00-10:45 Engines (Ada Lovelace) in Hall',
    ]);
  });

  it('as a list of sessions in groups has rooms and speakers in each', async () => {
    const session = { ...TALK, room: 'Hall', speakers: [{ id: 'a-1', name: 'Ada Lovelace' }] };
    const groups = [{ groupId: 1, groupName: 'All', sessions: [session] }];
    expect(await programmeOf(groups, ZONE)).toEqual(['06-12 10:00-10:45 Engines (Ada Lovelace) in Hall']);
  });
});
