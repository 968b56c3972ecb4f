import { describe, expect, it } from 'vitest';
import { outcomeOf, programmeOf, refusalOf, remarksOn, scheduleIn } from './reading.js';

/** A calendar with these lines in one event each. */
function calendar(head: string[], ...events: string[][]): string {
  const inside = events.flatMap((lines) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT']);
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', ...head, ...inside, 'END:VCALENDAR', ''].join('\r\n');
}

const AT = ['DTSTART:20260612T080000Z', 'DTEND:20260612T084500Z'];

describe('iCalendar', () => {
  it('is read with folded lines, escapes and the room', async () => {
    const content = calendar(
      ['X-WR-TIMEZONE:Europe/Rome'],
      [
        ...AT,
        'UID:1',
        'SUMMARY:Engines\\, and',
        '  more',
        'LOCATION:Booth',
        'DESCRIPTION:<p>One</p>\\n\\ntwo',
      ],
    );
    expect(await programmeOf(content)).toEqual(['06-12 10:00-10:45 Engines, and more in Booth']);
    expect((await scheduleIn(content)).sessions[0]).toMatchObject({
      key: 'uid:1',
      description: 'One\n\ntwo',
      place: 'line 4',
    });
  });

  it('knows a zone by its name, by rules that the file brings along, and by a bare field', async () => {
    const rules = [
      'BEGIN:VTIMEZONE',
      'TZID:W. Europe Standard Time',
      'BEGIN:STANDARD',
      'DTSTART:19700101T000000',
      'TZOFFSETFROM:+0100',
      'TZOFFSETTO:+0100',
      'END:STANDARD',
      'END:VTIMEZONE',
    ];
    const start = async (head: string[], field: string): Promise<string> => {
      const content = calendar(head, [field, 'DURATION:PT30M', 'SUMMARY:Engines']);
      return new Date((await scheduleIn(content)).sessions[0]?.start ?? 0).toISOString();
    };
    expect(await start([], 'DTSTART;TZID=Europe/Rome:20260612T100000')).toBe('2026-06-12T08:00:00.000Z');
    expect(await start(rules, 'DTSTART;TZID=W. Europe Standard Time:20260612T100000')).toBe(
      '2026-06-12T09:00:00.000Z',
    );
    expect(await start(['VTIMEZONE: Europe/Rome'], 'DTSTART:20260612T100000')).toBe(
      '2026-06-12T08:00:00.000Z',
    );
  });

  it('without any zone asks for it', async () => {
    const floating = calendar([], ['DTSTART:20260612T100000', 'SUMMARY:Engines']);
    expect(await outcomeOf(floating)).toMatchObject({ is: 'needs', what: 'zone' });
    expect(await programmeOf(floating, { zone: 'UTC' })).toEqual(['06-12 10:00-10:30 Engines']);
  });

  it('of pretalx has the speakers behind the title, and the code by which its other exports know the session', async () => {
    const content = calendar(
      ['PRODID:-//pretalx//example.org//boothcon'],
      [
        ...AT,
        'UID:pretalx-boothcon-ABC123@example.org',
        'SUMMARY:Engines - then and now - Ada Lovelace\\, grace',
      ],
      [...AT, 'UID:pretalx-boothcon-DEF456@example.org', 'SUMMARY:Engines - a summary - '],
    );
    expect(await programmeOf(content)).toEqual([
      '06-12 08:00-08:45 Engines - then and now (Ada Lovelace, grace)',
      '06-12 08:00-08:45 Engines - a summary',
    ]);
    expect((await scheduleIn(content)).sessions[0]?.key).toBe('code:ABC123');
  });

  it('of PyCon has its kind before the title, and its speakers below the description', async () => {
    const text = [
      'Section: talks\\nKind: talk\\nName: Engines\\nhttps://example.org/1/\\n<p>About engines.</p>\\n',
      'Speakers:\\nŁukasz\\n<p>One\\nof many\\nlines</p>\\n<p>and more</p>\\nGrace Hopper\\n<p>Two</p>',
    ];
    const content = calendar([], [...AT, 'UID:1', 'SUMMARY:[talk] Engines', `DESCRIPTION:${text.join('')}`]);
    expect(await programmeOf(content)).toEqual(['06-12 08:00-08:45 Engines (Łukasz, Grace Hopper)']);
    const { sessions, people } = await scheduleIn(content);
    expect(sessions[0]).toMatchObject({ type: 'talk', track: 'talks', description: 'About engines.' });
    expect(people[0]?.biography).toBe('One\nof many\nlines\n\nand more');
  });

  it('with one UID for all tells events apart, by keys that stay when one of them moves', async () => {
    const events = (first: string): string =>
      calendar(
        [],
        ['UID:x', `DTSTART:${first}`, 'SUMMARY:One'],
        ['UID:x', 'DTSTART:20260612T090000Z', 'SUMMARY:Two'],
      );
    const before = await scheduleIn(events('20260612T080000Z'));
    const after = await scheduleIn(events('20260612T120000Z'));
    const keys = before.sessions.map(({ key }) => key);
    expect(new Set(keys).size).toBe(2);
    expect(after.sessions.map(({ key }) => key)).toEqual(keys);
    expect(before.remarks.map(({ code }) => code)).toContain('same-id');
  });

  it('with lines that some program broke goes on, and says where', async () => {
    const content = calendar([], [...AT, 'SUMMARY:Engines', 'DESCRIPTION:One', 'two of three', '', 'three']);
    const { sessions, remarks } = await scheduleIn(content);
    expect(sessions[0]?.description).toBe('One\ntwo of three\nthree');
    expect(remarks.find(({ code }) => code === 'line-joined')).toMatchObject({
      count: 2,
      places: ['line 8', 'line 10'],
    });
  });

  it('has cancelled events as cancelled, and says that a rule of repetition was not followed', async () => {
    const content = calendar([], [...AT, 'SUMMARY:Engines', 'STATUS:CANCELLED', 'RRULE:FREQ=DAILY']);
    expect((await scheduleIn(content)).sessions[0]?.isCancelled).toBe(true);
    expect(await remarksOn(content)).toContain('repeats');
  });

  it('with a date that is none keeps the event as unscheduled', async () => {
    const content = calendar([], [...AT, 'SUMMARY:Engines'], ['DTSTART:2026-06-31Tnoon', 'SUMMARY:Odd']);
    expect((await programmeOf(content))[1]).toBe('some time Odd');
    expect(await remarksOn(content)).toContain('bad-time');
  });

  it('that ends too early is refused with the line of what does not end', async () => {
    const content = calendar([], [...AT, 'SUMMARY:Engines']).split('END:VEVENT');
    expect(await refusalOf(content[0] ?? '')).toBe('calendar-broken at line 3');
    expect(await refusalOf(content.join(''))).toMatch(/^calendar-broken at line [78]$/u);
  });
});
