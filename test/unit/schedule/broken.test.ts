import { describe, expect, it } from 'vitest';
import { programmeOf, refusalOf, remarksOn } from './reading.js';

const ROME = { zone: 'Europe/Rome' };
const TABLE = 'Start\tTitle\n2026-06-12 10:00\tCafé über alles\n';
const PROGRAMME = ['06-12 10:00-10:30 Café über alles'];
const XML = (name: string): string =>
  `<?xml version="1.0" encoding="${name}"?><schedule><day date="2026-06-12"><room name="Booth"><event><title>Café</title><start>10:00</start><duration>0:30</duration></event></room></day></schedule>`;

describe('a text', () => {
  it('is read in UTF-16 of either order, with a mark and without', async () => {
    const little = Buffer.from(TABLE, 'utf16le');
    const big = Buffer.from(little).swap16();
    for (const bytes of [
      little,
      big,
      Buffer.concat([Buffer.from([0xff, 0xfe]), little]),
      Buffer.concat([Buffer.from([0xfe, 0xff]), big]),
    ]) {
      expect(await programmeOf(bytes, ROME)).toEqual(PROGRAMME);
    }
  });

  it('that is no UTF-8 at all is read as Windows-1252, and that is said', async () => {
    const bytes = Buffer.from(TABLE, 'latin1');
    expect(await programmeOf(bytes, ROME)).toEqual(PROGRAMME);
    expect(await remarksOn(bytes, ROME)).toContain('read-as-windows');
  });

  it('that is UTF-8 in one place and not in another is refused with the place', async () => {
    const bytes = Buffer.concat([Buffer.from(TABLE), Buffer.from('2026-06-12 11:00\tCafé\n', 'latin1')]);
    expect(await refusalOf(bytes, ROME)).toBe('mixed-encoding at line 3, column 21');
  });

  it('in XML is read in the encoding that it names, and refused in one that nobody knows or that it is not in', async () => {
    expect(await programmeOf(Buffer.from(XML('ISO-8859-1'), 'latin1'), ROME)).toEqual([
      '06-12 10:00-10:30 Café in Booth',
    ]);
    expect(await refusalOf(XML('klingon'))).toBe('bad-encoding at line 1');
    expect(await refusalOf(Buffer.from(XML('shift_jis'), 'latin1'), ROME)).toMatch(
      /^bad-encoding at line 1, column \d+$/u,
    );
  });
});

describe('what is no schedule is refused, with what it is', () => {
  it.each([
    ['nothing', '', 'empty'],
    ['blanks', ' \n\t', 'empty'],
    ['a PDF', '%PDF-1.7', 'other'],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 1, 2), 'other'],
    ['an old spreadsheet', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 1, 2), 'other'],
    ['a web page', ' <!doctype html><p>Schedule', 'other'],
    ['a program', Buffer.from('a\0b'), 'other at line 1, column 2'],
    ['a news feed', '<rss version="2.0"><channel/></rss>', 'other'],
    ['iCalendar in XML', '<iCalendar xmlns="urn:x"><vcalendar/></iCalendar>', 'other'],
    [
      'another conference’s <schedule>',
      '<schedule><day><entry><title>A</title></entry></day></schedule>',
      'other',
    ],
    ['pretalx’s widget', { talks: [], event_start: '2026-06-12' }, 'other'],
    ['Sessionize’s speakers', [{ fullName: 'Ada', sessions: [] }], 'other'],
    ['other XML', '<note>a</note>', 'unknown-format'],
    ['other JSON', { a: [1, 2] }, 'unknown-format'],
    ['a letter', 'Dear all, please come.\nBest wishes, Ada\n', 'unknown-format'],
    ['one word', 'schedule', 'unknown-format'],
  ])('%s', async (_what, content, expected) => {
    expect(await refusalOf(content)).toBe(expected);
  });
});

describe('a file that could hurt is refused', () => {
  it('when it is larger than any schedule', async () => {
    expect(await refusalOf(new Uint8Array(50 * 1_048_576))).toBe('too-large');
  });

  it('when it is nested deeper than any schedule, in a moment', async () => {
    expect(await refusalOf('{"a":'.repeat(1_000_000))).toBe('too-deep at line 1, column 321');
    expect(await refusalOf('<a>'.repeat(1_000_000))).toMatch(/^too-deep at line 1, column \d+$/u);
  });

  it('when it declares entities, which are never unfolded', async () => {
    const entities = '<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">';
    expect(await refusalOf(`<!DOCTYPE s [${entities}]><schedule>&b;</schedule>`)).toMatch(
      /^xml-entities at line 1/u,
    );
  });

  it('when it holds more rows or sessions than anybody can use', async () => {
    expect(await refusalOf(`Start\tTitle\n${'2026-06-12 10:00\tA\n'.repeat(20_001)}`, ROME)).toBe('too-many');
    const event = { title: 'A', date: '2026-06-12T10:00:00+02:00', duration: '0:30' };
    const rooms = { Booth: Array.from({ length: 10_001 }, () => event) };
    expect(await refusalOf({ schedule: { conference: { days: [{ rooms }] } } })).toBe('too-many');
  });
});

describe('a file that was cut off or is broken is refused with the place', () => {
  it.each([
    ['JSON that ends', '{"schedule": {\n "conference": {"days": [', 'json-broken at line 2, column 26'],
    ['JSON with a comma too many', '{"a": 1,\n}', 'json-broken at line 2, column 1'],
    ['JSON with a name without quotes', '{"a": 1,\n b: 2}', 'json-broken at line 2, column 2'],
    ['XML that ends', '<schedule>\n<day>\n', 'xml-broken at line 3, column 1'],
    ['XML that crosses', '\n<schedule>\n<day></schedule>', 'xml-broken at line 3, column 16'],
  ])('%s', async (_what, content, expected) => {
    expect(await refusalOf(content)).toBe(expected);
  });
});

describe('a zone', () => {
  it('that nobody knows is refused, with the one that may be meant', async () => {
    expect(await refusalOf(TABLE, { zone: 'Rome' })).toBe('bad-zone');
    expect(await refusalOf(TABLE, { zone: 'CEST' })).toBe('bad-zone');
  });

  it('has hours that do not exist and hours that come twice, which is said', async () => {
    const content =
      'Start\tEnd\tTitle\n2026-03-29 02:30\t2026-03-29 04:00\tA\n2026-10-25 02:30\t2026-10-25 04:00\tB\n';
    expect(await programmeOf(content, { ...ROME, dayChange: 0 })).toEqual([
      '03-29 03:30-04:00 A',
      '10-25 02:30-04:00 B',
    ]);
    expect(await remarksOn(content, ROME)).toEqual(['in-gap', 'twice-that-day']);
  });
});
