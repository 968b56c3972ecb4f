import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { outcomeOf, programmeOf, refusalOf, remarksOn, scheduleIn } from './reading.js';

/** A number of days since 1900 in the style of a date, a time or both, or of none; or a text. */
type Cell = string | { serial: number; style: 0 | 1 | 2 | 3 } | null;

const ROME = { zone: 'Europe/Rome' };
const SHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';
/** Styles: 1 a date, 2 a time, 3 both. */
const STYLES = `<styleSheet xmlns="${SHEET}"><cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="20"/><xf numFmtId="22"/></cellXfs></styleSheet>`;

/** An .xlsx with these sheets. */
function workbook(sheets: Record<string, Cell[][]>, extra: Record<string, Uint8Array> = {}): Uint8Array {
  const names = Object.keys(sheets);
  const files: Record<string, string> = {
    'xl/workbook.xml': `<workbook xmlns="${SHEET}" xmlns:r="${RELATIONS}"><sheets>${names.map((name, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="r${at + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}">${names.map((_, at) => `<Relationship Id="r${at + 1}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`).join('')}<Relationship Id="s" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': STYLES,
  };
  for (const [at, rows] of Object.values(sheets).entries())
    files[`xl/worksheets/sheet${at + 1}.xml`] = sheetXml(rows);
  const zipped = Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]));
  return zipSync({ ...zipped, ...extra });
}

function sheetXml(rows: Cell[][]): string {
  const lines = rows.map((row, number) => {
    const cells = row.map((cell, column) => {
      const at = `${String.fromCodePoint(65 + column)}${number + 1}`;
      if (cell === null) return '';
      if (typeof cell === 'string') return `<c r="${at}" t="inlineStr"><is><t>${cell}</t></is></c>`;
      return `<c r="${at}" s="${cell.style}"><v>${cell.serial}</v></c>`;
    });
    return `<row r="${number + 1}">${cells.join('')}</row>`;
  });
  return `<worksheet xmlns="${SHEET}"><sheetData>${lines.join('')}</sheetData></worksheet>`;
}

/** The 12th of June 2026, as Excel counts days. */
const DAY = 46_185;
const date = (serial: number): Cell => ({ serial, style: 1 });
const time = (hour: number, minute: number): Cell => ({ serial: (hour * 60 + minute) / 1440, style: 2 });
const both = (hour: number): Cell => ({ serial: DAY + hour / 24, style: 3 });
const HEADINGS = ['Day', 'Start', 'Duration', 'Talk', 'Speaker'];

describe('a spreadsheet', () => {
  it('is read with cells that are dates, times and lengths, and days that stand only in the first of their rows', async () => {
    const rows = [
      ['The booth'],
      [],
      HEADINGS,
      [date(DAY), time(10, 0), time(0, 45), 'Engines', 'Ada Lovelace'],
      [null, time(11, 20), time(1, 30), 'Bugs', 'Grace Hopper'],
      [date(DAY + 1), '9:30', '20 min', 'Demo', null],
    ];
    expect(await programmeOf(workbook({ Booth: rows }), ROME)).toEqual([
      '06-12 10:00-10:45 Engines (Ada Lovelace)',
      '06-12 11:20-12:50 Bugs (Grace Hopper)',
      '06-13 09:30-09:50 Demo',
    ]);
    const { sessions } = await scheduleIn(workbook({ Booth: rows }), ROME);
    expect(sessions.map(({ place }) => place)).toEqual([
      'sheet “Booth”, D4',
      'sheet “Booth”, D5',
      'sheet “Booth”, D6',
    ]);
  });

  it('is read with dates and times in one cell', async () => {
    const content = workbook({
      S: [
        ['Starts at', 'Ends at', 'Title'],
        [both(10), both(11), 'Engines'],
      ],
    });
    expect(await programmeOf(content, ROME)).toEqual(['06-12 10:00-11:00 Engines']);
  });

  it('of several sheets is read by the one that looks like a schedule, or the one that is asked for', async () => {
    const content = workbook({
      Contacts: [
        ['Someone', 'Phone'],
        ['Ada', '1'],
      ],
      Booth: [
        ['Start', 'Title'],
        [both(10), 'Engines'],
      ],
      Stage: [
        ['Start', 'Title'],
        [both(12), 'Bugs'],
      ],
    });
    expect(await programmeOf(content, ROME)).toEqual(['06-12 10:00-10:30 Engines']);
    expect(await remarksOn(content, ROME)).toContain('sheet-chosen');
    expect(await programmeOf(content, { ...ROME, sheet: 'stage' })).toEqual(['06-12 12:00-12:30 Bugs']);
    expect(await refusalOf(content, { ...ROME, sheet: 'Other' })).toBe('bad-sheet');
    expect(await outcomeOf(content, ROME)).toMatchObject({
      table: { sheet: 'Booth', sheets: ['Contacts', 'Booth', 'Stage'], headingRow: 1 },
    });
  });

  it('with a sheet a day is read whole, each day by the name of its sheet', async () => {
    const day = (title: string): Cell[][] => [['A note above'], ['Start', 'Talk'], [time(10, 0), title]];
    const content = workbook({ Friday: day('Engines'), Contacts: [['Ada', '1']], Saturday: day('Bugs') });
    const june = { ...ROME, firstDay: '2026-06-12' };
    expect(await programmeOf(content, june)).toEqual(['06-12 10:00-10:30 Engines', '06-13 10:00-10:30 Bugs']);
    expect((await scheduleIn(content, june)).sessions[1]?.place).toBe('sheet “Saturday”, B3');
    expect(await outcomeOf(content, ROME)).toMatchObject({ is: 'needs', what: 'first-day' });
    expect(await programmeOf(content, { ...june, sheet: 'Saturday' })).toEqual(['06-12 10:00-10:30 Bugs']);
  });

  it('is read with days and times that nobody gave a format', async () => {
    const plain = (serial: number): Cell => ({ serial, style: 0 });
    const rows = [
      ['Start', 'Talk'],
      [plain(DAY + 0.5), 'Engines'],
    ];
    expect(await programmeOf(workbook({ S: rows }), ROME)).toEqual(['06-12 12:00-12:30 Engines']);
    const apart = [
      ['Day', 'Start', 'Talk'],
      [plain(DAY), plain(0.5), 'Engines'],
    ];
    expect(await programmeOf(workbook({ S: apart }), ROME)).toEqual(['06-12 12:00-12:30 Engines']);
  });

  it('that unpacks to gigabytes is refused before it is unpacked', async () => {
    const bomb = workbook(
      { S: [['Title', 'Start']] },
      { 'xl/worksheets/sheet9.xml': new Uint8Array(40 * 1_048_576) },
    );
    expect(bomb.length).toBeLessThan(1_048_576);
    expect(await refusalOf(bomb)).toBe('unpacks-too-large');
  });

  it('that is damaged, none, or of another program is refused', async () => {
    const whole = workbook({
      S: [
        ['Title', 'Start'],
        ['A', '10:00'],
      ],
    });
    expect(await refusalOf(whole.subarray(0, whole.length - 40))).toBe('sheet-broken');
    expect(await refusalOf(zipSync({ 'a.txt': strToU8('a') }))).toBe('other');
    expect(await refusalOf(zipSync({ mimetype: strToU8('a'), 'content.xml': strToU8('<a/>') }))).toBe(
      'other',
    );
    expect(await refusalOf(workbook({ S: [] }))).toBe('empty');
  });
});
