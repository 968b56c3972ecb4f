import { describe, expect, it } from 'vitest';
import { outcomeOf, programmeOf, refusalOf, remarksOn, scheduleIn } from './reading.js';

const ROME = { zone: 'Europe/Rome' };
const JUNE = { ...ROME, firstDay: '2026-06-12' };

describe('a pasted table', () => {
  it('is read with the people of its rows: pronouns, organisation, title and handle', async () => {
    const content = [
      'Date\tStart\tEnd\tTalk\tSpeaker\tTitle\tCompany\tRoom\tE-mail',
      '2026-06-12\t9:30\t10:00\tEngines\tAda Lovelace (she/her) @ada <ada@example.org>\tAnalyst\tEngine Co\tBooth\tada@example.org',
      '\t10:00\t10:20\tBugs\tGrace Hopper (Navy) and Alan Turing\t\t\tBooth\t',
    ].join('\n');
    expect(await programmeOf(content, ROME)).toEqual([
      '06-12 09:30-10:00 Engines (Ada Lovelace) in Booth',
      '06-12 10:00-10:20 Bugs (Grace Hopper, Alan Turing) in Booth',
    ]);
    expect((await scheduleIn(content, ROME)).people).toEqual([
      expect.objectContaining({
        pronouns: 'she/her',
        title: 'Analyst',
        organisation: 'Engine Co',
        handle: '@ada',
      }),
      expect.objectContaining({ name: 'Grace Hopper', organisation: 'Navy', title: null }),
      expect.objectContaining({ name: 'Alan Turing', organisation: null }),
    ]);
  });

  it('may have notes above its headings, days as headings of their own, ranges of times and names in rows of their own', async () => {
    const content = [
      'Booth schedule, draft 3',
      '',
      'Time\tTopic\tGuest',
      'Friday, 12 June 2026\t\t',
      '10:00 – 10:20\tInterview\tAda Lovelace',
      '\t\tGrace Hopper',
      'Time\tTopic\tGuest',
      'Samstag, 13. Juni 2026\t\t',
      '9:00-9:30 pm\tDemo\t',
    ].join('\n');
    expect(await programmeOf(content, ROME)).toEqual([
      '06-12 10:00-10:20 Interview (Ada Lovelace, Grace Hopper)',
      '06-13 21:00-21:30 Demo',
    ]);
  });

  it('without headings is understood by what its columns look like, which is called a guess', async () => {
    const content =
      '2026-06-12 10:00\tAll about engines\tAda Lovelace\n2026-06-12 11:00\tAll about bugs\tGrace Hopper\n';
    expect(await programmeOf(content, ROME)).toEqual([
      '06-12 10:00-11:00 All about engines (Ada Lovelace)',
      '06-12 11:00-11:30 All about bugs (Grace Hopper)',
    ]);
    const outcome = await outcomeOf(content, ROME);
    expect(
      outcome.is === 'read' && outcome.table?.columns.map(({ means, confidence }) => [means, confidence]),
    ).toEqual([
      ['start', 'guess'],
      ['title', 'guess'],
      ['people', 'guess'],
    ]);
  });

  it('out of a program for conferences has only its names as people, and its own dates and times', async () => {
    const content = [
      'Session Id\tTitle\tOwner Email\tStart Date\tStart Time\tEnd Date\tEnd Time\tTime Zone\tSpeaker IDs\tSpeakers\tSpeaker Twitter',
      '17\tEngines\tx@example.org\t2026-06-12\t10:00\t2026-06-12\t10:45\tCET\tABC, DEF\tAda Lovelace\t@ada',
    ].join('\n');
    expect(await programmeOf(content, ROME)).toEqual(['06-12 10:00-10:45 Engines (Ada Lovelace)']);
    const { sessions, people } = await scheduleIn(content, ROME);
    expect(sessions[0]?.key).toBe('id:17');
    expect(people[0]?.handle).toBe('@ada');
  });

  it('with headings that nobody knows is shown, and asks which column means what', async () => {
    const content = 'foo\tbar\nEngines\t10:00\nBugs\t11:00\n';
    const outcome = await outcomeOf('foo\tbar\nEngines\tx\nBugs\ty\n', JUNE);
    expect(outcome).toMatchObject({
      is: 'needs',
      what: 'columns',
      table: {
        rowCount: 3,
        rows: [
          ['foo', 'bar'],
          ['Engines', 'x'],
          ['Bugs', 'y'],
        ],
      },
    });
    const told = { ...JUNE, columns: { title: 'Foo', start: '2' } } as const;
    expect(await programmeOf(content, told)).toEqual(['06-12 10:00-11:00 Engines', '06-12 11:00-11:30 Bugs']);
    expect(await refusalOf(content, { ...JUNE, columns: { title: 'Baz' } })).toBe('bad-column');
  });

  it('with “Name” and “Title” and nothing else has people by name and sessions by title', async () => {
    const content = 'Time\tName\tTitle\n10:00\tAda Lovelace\tEngines\n';
    expect(await programmeOf(content, JUNE)).toEqual(['06-12 10:00-10:30 Engines (Ada Lovelace)']);
  });

  it('has a session last until the next in its room, or the usual length, and says so', async () => {
    const content = 'Start\tTitle\tRoom\n10:00\tA\tBooth\n10:05\tB\tStage\n10:15\tC\tBooth\n';
    expect(await programmeOf(content, { ...JUNE, defaultMinutes: 20 })).toEqual([
      '06-12 10:00-10:15 A in Booth',
      '06-12 10:05-10:25 B in Stage',
      '06-12 10:15-10:35 C in Booth',
    ]);
    expect(await remarksOn(content, JUNE)).toEqual(['length-guessed']);
  });

  it('with an end past midnight ends on the next day', async () => {
    expect(await programmeOf('Start\tEnd\tTitle\n23:30\t0:15\tNight\n', JUNE)).toEqual([
      '06-12 23:30-00:15 Night',
    ]);
  });

  it('puts times before the hour of the day change into the night after, where one was said', async () => {
    const content = 'Date\tStart\tTitle\n2026-06-12\t0:30\tNight\n';
    const start = async (dayChange: number | null) =>
      (await scheduleIn(content, { zone: 'UTC', dayChange })).sessions[0]?.start;
    expect(await start(null)).toBe(Date.parse('2026-06-12T00:30:00Z'));
    expect(await start(240)).toBe(Date.parse('2026-06-13T00:30:00Z'));
  });

  it('keeps keys when a session moves, and tells three lunches apart', async () => {
    const table = (time: string) =>
      `Date\tStart\tTitle\n2026-06-12\t${time}\tEngines\n2026-06-12\t12:00\tLunch\n2026-06-13\t12:00\tLunch\n2026-06-13\t18:00\tLunch\n`;
    const keys = async (time: string) => (await scheduleIn(table(time), ROME)).sessions.map(({ key }) => key);
    expect(await keys('10:00')).toEqual(await keys('15:00'));
    expect(new Set(await keys('10:00')).size).toBe(4);
  });
});

describe('days in a table', () => {
  const day = async (cell: string, said = {}): Promise<string | null | undefined> =>
    (await scheduleIn(`Date\tStart\tTitle\n${cell}\t10:00\tA\n`, { ...ROME, ...said })).sessions[0]?.day;

  it.each([
    '12.06.2026',
    '12.6.26',
    '12 June 2026',
    'June 12th, 2026',
    'Fri, Jun 12 2026',
    'vendredi 12 juin 2026',
    '12. Juni 2026',
    '2026/06/12',
    '2026-06-12 00:00',
    '12/06/2026',
    '46185',
  ])('reads %s', async (cell) => {
    expect(await day(cell, { dateOrder: 'day-first' })).toBe('2026-06-12');
  });

  it.each([
    ['Friday', '2026-06-12'],
    ['Sun', '2026-06-14'],
    ['Day 2', '2026-06-13'],
    ['3', '2026-06-14'],
    ['13 June', '2026-06-13'],
    ['13.06.', '2026-06-13'],
  ])('reads %s once the first day is known, and asks for it before', async (cell, expected) => {
    expect(await outcomeOf(`Date\tStart\tTitle\n${cell}\t10:00\tA\n`, ROME)).toMatchObject({
      is: 'needs',
      what: 'first-day',
    });
    expect(await day(cell, JUNE)).toBe(expected);
  });

  it('asks whether day or month comes first where nothing tells', async () => {
    const content = 'Date\tStart\tTitle\n03/04/2026\t10:00\tA\n';
    expect(await outcomeOf(content, ROME)).toMatchObject({ is: 'needs', what: 'date-order' });
    expect(await day('03/04/2026', { dateOrder: 'month-first' })).toBe('2026-03-04');
  });

  it('sees which comes first by a number that is no month, and by days that lie together', async () => {
    const days = async (first: string, second: string) =>
      (await scheduleIn(`Date\tStart\tTitle\n${first}\t10:00\tA\n${second}\t10:00\tB\n`, ROME)).sessions.map(
        (one) => one.day,
      );
    expect(await days('6/12/2026', '6/13/2026')).toEqual(['2026-06-12', '2026-06-13']);
    expect(await days('05/06/2026', '06/06/2026')).toEqual(['2026-06-05', '2026-06-06']);
  });

  it('says where a day stands that is none, and refuses a first day that is none', async () => {
    const { remarks } = await scheduleIn('Date\tStart\tTitle\n2026-06-12\t10:00\tA\nsoon\t11:00\tB\n', ROME);
    expect(remarks[0]).toMatchObject({ code: 'bad-time', places: ['line 3, column 2 of the table'] });
    expect(await refusalOf('Start\tTitle\n10:00\tA\n', { ...ROME, firstDay: '12 June' })).toBe('bad-date');
  });
});

describe('CSV', () => {
  it.each([
    [
      'commas and quotes',
      'Start,Title,Speaker\n2026-06-12T10:00,"Engines, and\nmore","Ada Lovelace, Grace Hopper"\n',
    ],
    [
      'semicolons',
      'Start;Titel;Referentin\n2026-06-12 10:00;Engines, and more;Ada Lovelace und Grace Hopper\n',
    ],
    [
      'a line that says its separator',
      'sep=;\nStart;Title;Speaker\n2026-06-12 10:00;Engines, and more;Ada Lovelace;\n',
    ],
    ['bars, as in Markdown', '| Start | Title |\n| --- | :-: |\n| 2026-06-12 10:00 | Engines, and more |\n'],
    ['a mark of byte order', '\uFEFFStart,Title\n2026-06-12 10:00,"Engines, and more"\n'],
  ])('is read with %s', async (_what, content) => {
    expect((await programmeOf(content, ROME))[0]).toMatch(/^06-12 10:00-10:30 Engines, and more/u);
  });

  it('says that names were split at commas', async () => {
    const content = 'Start,Title,Speaker\n2026-06-12 10:00,Engines,"Ada Lovelace, Grace Hopper"\n';
    expect(await remarksOn(content, ROME)).toContain('names-split');
    const single = 'Start,Title,Speaker\n2026-06-12 10:00,Engines,"Lovelace, Ada"\n';
    expect((await scheduleIn(single, ROME)).people.map(({ name }) => name)).toEqual(['Lovelace, Ada']);
  });

  it('with a quotation mark that does not close is refused with the line where it opens', async () => {
    expect(
      await refusalOf('Start,Title\n2026-06-12 10:00,A\n2026-06-12 11:00,"B\n2026-06-12 12:00,C\n'),
    ).toBe('table-broken at line 3');
  });
});

describe('pasted lines', () => {
  it('are read with a time or a range first, days over them, and names where they look like names', async () => {
    const content = [
      'Hello, here is the plan for Friday:',
      '12 June 2026',
      '- 10:00 Opening – Ada Lovelace',
      '- 10:30 - 11:00 Lunch, coffee',
      '* 23:45-0:15: A-B tests (Grace Hopper, Alan Turing)',
      '13 June 2026',
      '9.30 How to - a guide',
    ].join('\n');
    expect(await programmeOf(content, ROME)).toEqual([
      '06-12 10:00-10:30 Opening (Ada Lovelace)',
      '06-12 10:30-11:00 Lunch, coffee',
      '06-12 23:45-00:15 A-B tests (Grace Hopper, Alan Turing)',
      '06-13 09:30-10:00 How to - a guide',
    ]);
  });

  it('without a day ask for the first one', async () => {
    expect(await outcomeOf('10:00 One\n11:00 Two\n', ROME)).toMatchObject({
      is: 'needs',
      what: 'first-day',
      format: 'lines',
    });
  });
});
