import { describe, expect, it } from 'vitest';
import { outcomeOf, programmeOf, refusalOf, remarksOn, scheduleIn } from './reading.js';

/** `schedule.json` with these events in one room of one day. */
function frab(...events: object[]): object {
  return conference({}, [{ index: 1, date: '2026-06-12', rooms: { Booth: events } }]);
}

function conference(more: object, days: object[]): object {
  return {
    schedule: {
      version: 'v3',
      conference: { title: 'BoothCon', time_zone_name: 'Europe/Rome', ...more, days },
    },
  };
}

const TALK = {
  guid: 'g-1',
  id: 7,
  title: 'Engines',
  date: '2026-06-12T10:00:00+02:00',
  start: '10:00',
  duration: '00:45',
};

describe('schedule.json of frab and pretalx', () => {
  it('is read with its rooms, people, zone and version', async () => {
    const persons = [
      { id: 1, public_name: 'Ada' },
      { code: 'GRACE', name: 'Grace Hopper', public_name: 'gh', biography: 'Found <b>bugs</b>.' },
    ];
    const content = frab({ ...TALK, persons, track: 'History', language: 'en' });
    expect(await programmeOf(content)).toEqual(['06-12 10:00-10:45 Engines (Ada, Grace Hopper) in Booth']);
    const { title, version, zone, rooms, people, sessions } = await scheduleIn(content);
    expect({ title, version, zone }).toEqual({
      title: 'BoothCon',
      version: 'v3',
      zone: { id: 'Europe/Rome', from: 'file' },
    });
    expect(rooms).toEqual([{ name: 'Booth', sourceId: null }]);
    expect(people[1]).toMatchObject({ key: 'id:GRACE', biography: 'Found bugs.' });
    expect(sessions[0]).toMatchObject({ key: 'guid:g-1', sourceId: 'g-1', track: 'History', language: 'en' });
  });

  it('goes by the event’s own date and not by the day that it stands under, to which it belongs all the same', async () => {
    const late = { ...TALK, date: '2026-06-13T00:30:00+02:00', start: '00:30' };
    const { sessions } = await scheduleIn(frab(late));
    expect(new Date(sessions[0]?.start ?? 0).toISOString()).toBe('2026-06-12T22:30:00.000Z');
    expect(sessions[0]?.day).toBe('2026-06-12');
  });

  it('puts a clock time without a date after midnight into the night after its day', async () => {
    const day = { date: '2026-06-12', day_start: '2026-06-12T09:00:00+02:00' };
    const late = { title: 'Party', start: '01:00', duration: '26:00' };
    const content = conference({}, [{ ...day, rooms: { Bar: [late] } }]);
    const [party] = (await scheduleIn(content)).sessions;
    expect(new Date(party?.start ?? 0).toISOString()).toBe('2026-06-12T23:00:00.000Z');
    expect(((party?.end ?? 0) - (party?.start ?? 0)) / 3_600_000).toBe(26);
    expect(party?.day).toBe('2026-06-12');
  });

  it('has its days change when the first of them ends', async () => {
    const change = async (end: string) =>
      (await scheduleIn(conference({}, [{ date: '2026-06-12', day_end: end, rooms: { Booth: [TALK] } }])))
        .dayChange;
    expect(await change('2026-06-13T04:00:00+02:00')).toBe(240);
    expect(await change('2026-06-13T02:59:00+02:00')).toBe(180);
    expect(await change('2026-06-12T18:00:00+02:00')).toBe(240);
  });

  it('takes days before hours in a length of three parts, and an end before a length', async () => {
    const lengths = [
      { ...TALK, guid: 'a', duration: '1:02:00' },
      { ...TALK, guid: 'b', duration: '00:25:00' },
      { ...TALK, guid: 'c', duration: '00:05', end: '2026-06-12T11:00:00+02:00' },
    ];
    const { sessions } = await scheduleIn(frab(...lengths));
    expect(sessions.map(({ start, end }) => ((end ?? 0) - (start ?? 0)) / 60_000)).toEqual([26 * 60, 25, 60]);
  });

  it('keeps what may not be recorded, and the licence', async () => {
    const { sessions } = await scheduleIn(
      frab(
        { ...TALK, do_not_record: true, recording_license: 'CC BY' },
        { ...TALK, guid: 'g-2', do_not_record: null },
      ),
    );
    expect(sessions.map(({ doNotRecord, licence }) => [doNotRecord, licence])).toEqual([
      [true, 'CC BY'],
      [null, null],
    ]);
  });

  it('says when the zone that it names is not that of its times', async () => {
    const content = conference({ time_zone_name: 'UTC' }, [{ date: '2026-06-12', rooms: { Booth: [TALK] } }]);
    expect(await remarksOn(content)).toEqual(['zone-contradicted']);
    expect((await scheduleIn(content)).sessions[0]?.start).toBe(Date.parse('2026-06-12T08:00:00Z'));
  });

  it('has events without a time among the unscheduled, and leaves out those without a title', async () => {
    const content = frab(TALK, { title: 'Later', duration: '00:30' }, { ...TALK, title: ' ' });
    expect(await programmeOf(content)).toEqual([
      '06-12 10:00-10:45 Engines in Booth',
      'some time Later in Booth',
    ]);
    expect(await remarksOn(content)).toEqual(['no-title', 'no-start']);
  });

  it('says where a time stands that is none', async () => {
    const { remarks } = await scheduleIn(frab(TALK, { title: 'Odd', date: '2026-02-30T10:00:00+02:00' }));
    expect(remarks[0]).toMatchObject({
      code: 'bad-time',
      places: ['schedule.conference.days[0].rooms["Booth"][1]'],
    });
  });

  it('that was not published yet is refused as a schedule without sessions', async () => {
    expect(await refusalOf(conference({}, []))).toBe('no-sessions at schedule.conference.days');
    expect(await refusalOf(frab({ ...TALK, title: '' }))).toBe('no-sessions');
  });
});

describe('the draft of its second edition', () => {
  it('finds rooms and tracks by what refers to them, hosts by their role, and rooms that forbid to record', async () => {
    const rooms = [
      { name: 'Booth', slug: 'booth', guid: 'r-1', features: { recording: 'RECORDING_FORBIDDEN' } },
    ];
    const event = {
      guid: 'g-1',
      title: 'Engines',
      start: '2026-06-12T10:00:00+02:00',
      end: '2026-06-12T10:45:00+02:00',
      room: { guid: 'r-1' },
      track: { slug: 'history' },
      abstract: { de: 'Maschinen', en: 'Engines' },
      participants: [
        { name: 'Ada', guid: 'p-1', role: 'HOST' },
        { name: 'Grace', guid: 'p-2', role: 'SPEAKER' },
      ],
    };
    const content = {
      schedule: {
        version: '1',
        conference: {
          title: 'BoothCon',
          time_zone_name: 'Europe/Rome',
          rooms,
          tracks: [{ slug: 'history', name: 'History' }],
          days: [{ index: 1, date: '2026-06-12' }],
        },
        events: [event, { ...event, guid: 'g-2', state: 'CANCELED' }],
      },
    };
    const { format, sessions } = await scheduleIn(content);
    expect(format).toBe('schedule-json-2');
    expect(sessions[0]).toMatchObject({
      rooms: ['Booth'],
      track: 'History',
      abstract: 'Engines',
      doNotRecord: true,
      isCancelled: false,
      people: [
        { person: 'id:p-1', part: 'host' },
        { person: 'id:p-2', part: 'presenter' },
      ],
    });
    expect(sessions[1]?.isCancelled).toBe(true);
  });
});

/** `schedule.xml` as FOSDEM wrote it up to 2023: no dates, no zone, no ids that last. */
const FOSDEM = `
  <?xml version="1.0" encoding="UTF-8"?>
  <schedule><conference><title>BoothDEM</title><city>Brussels</city><day_change>09:00:00</day_change></conference>
    <day index="1" date="2026-02-01"><room name="Janson">
      <event id="12"><start>10:00</start><duration>00:25</duration><room>Janson</room><title>Q&amp;A</title>
        <abstract>&lt;p&gt;One &amp;amp; two.&lt;/p&gt;&lt;p&gt;if a&lt;b&lt;/p&gt;</abstract><track>Main</track>
        <persons><person id="6">Ada</person><person id="7">Grace</person></persons>
        <links><link href="https://example.org/a">Notes</link></links></event>
      <event id="13"><start>00:15</start><duration>01:00</duration><title>Night</title><recording><license>CC0</license><optout>true</optout></recording></event>
    </room></day></schedule>`;

describe('schedule.xml', () => {
  it('without a zone asks for it, and suggests that of the city', async () => {
    expect(await outcomeOf(FOSDEM)).toMatchObject({
      is: 'needs',
      what: 'zone',
      suggestion: 'Europe/Brussels',
    });
  });

  it('is read by the asked zone, or else by that of the show', async () => {
    const programme = ['02-01 10:00-10:25 Q&A (Ada, Grace) in Janson', '02-01 00:15-01:15 Night in Janson'];
    expect(await programmeOf(FOSDEM, { zone: 'Europe/Brussels' })).toEqual(programme);
    expect(await programmeOf(FOSDEM, { showZone: 'Asia/Tokyo' })).toEqual(programme);
    const { sessions, dayChange } = await scheduleIn(FOSDEM, { zone: 'Europe/Brussels' });
    expect(dayChange).toBe(540);
    expect(sessions.map(({ start }) => new Date(start ?? 0).toISOString())).toEqual([
      '2026-02-01T09:00:00.000Z',
      '2026-02-01T23:15:00.000Z',
    ]);
  });

  it('has texts without their markup, what may not be recorded, and links', async () => {
    const { sessions } = await scheduleIn(FOSDEM, { zone: 'Europe/Brussels' });
    expect(sessions[0]).toMatchObject({
      key: 'id:12',
      abstract: 'One & two.\n\nif a<b',
      track: 'Main',
      doNotRecord: null,
      links: [{ title: 'Notes', url: 'https://example.org/a' }],
    });
    expect(sessions[1]).toMatchObject({ doNotRecord: true, licence: 'CC0' });
  });

  it('with dates, guids and a namespace needs no answer, whatever the order of its parts', async () => {
    const event =
      '<f:event guid="g-9" id="9"><title>Engines</title><duration>0:45</duration><date>2026-06-12T10:00:00+02:00</date></f:event>';
    const content = `<f:schedule xmlns:f="urn:f"><f:day date="2026-06-12" start="2026-06-12T09:00:00+02:00"><f:room name="Booth" guid="r">${event}</f:room></f:day><version>7</version></f:schedule>`;
    expect(await programmeOf(content)).toEqual(['06-12 10:00-10:45 Engines in Booth']);
    const { version, zone, sessions } = await scheduleIn(content);
    expect({ version, zone, key: sessions[0]?.key }).toEqual({
      version: '7',
      zone: { id: '+02:00', from: 'offsets' },
      key: 'guid:g-9',
    });
  });

  it('with an & that stands alone is read as it stands', async () => {
    const content = FOSDEM.replace('Q&amp;A', 'R & D');
    expect((await programmeOf(content, { zone: 'UTC' }))[0]).toContain('R & D');
    expect(await remarksOn(content, { zone: 'UTC' })).toContain('stray-ampersand');
  });
});
