/** What is said of a schedule that somebody brings along. Not in `PANEL`: only who imports one loads it. */
import type { Params } from '../slices.js';

const NOTHING = 'Nothing was imported.';

/** Why a file is no schedule: what failed, and what to do. */
const REFUSED = {
  'too-large': (p) =>
    `This file has ${p['megabytes'] ?? 'too many'} MB; the largest schedules known have 3, and more than ${p['most'] ?? ''} are not read. ${NOTHING} Choose the export of the schedule alone.`,
  empty: () => `There is nothing in it. ${NOTHING} Export or copy it again.`,
  other: (p) => `This is ${p['what'] ?? 'something else'}. ${NOTHING} ${p['instead'] ?? ''}`,
  'mixed-encoding': () =>
    `This text is UTF-8 in some places and not in this one: names would be wrong on air. ${NOTHING} Save it again as UTF-8.`,
  'bad-encoding': (p) =>
    `This text is not ${p['encoding'] ?? 'in the encoding that it names'}. ${NOTHING} Save it again as UTF-8.`,
  'json-broken': (p) =>
    `This JSON is broken${p['problem'] === undefined ? '' : `: ${p['problem']}`}. ${NOTHING} Download it again; it may have been cut off.`,
  'xml-broken': (p) =>
    `This XML is broken: ${p['problem'] ?? 'not well-formed'}. ${NOTHING} Download it again; it may have been cut off.`,
  'xml-entities': () =>
    `This XML declares entities of its own, which no schedule needs and which can blow up a reader. ${NOTHING} Get the file from the conference itself.`,
  'calendar-broken': (p) =>
    `This calendar is broken: ${p['problem'] ?? 'not iCalendar'}. ${NOTHING} Download it again; it may have been cut off.`,
  'table-broken': (p) =>
    `This table cannot be read: ${p['problem'] ?? 'malformed'}. ${NOTHING} Save it again.`,
  'sheet-broken': (p) =>
    `This spreadsheet cannot be read: ${p['problem'] ?? 'malformed'}. ${NOTHING} Open it and save it again as .xlsx, or as CSV.`,
  'unpacks-too-large': (p) =>
    `This spreadsheet unpacks to more than ${p['most'] ?? ''} MB. ${NOTHING} Save the sheet of the schedule alone.`,
  'too-deep': (p) =>
    `It is nested more than ${p['most'] ?? ''} deep, which no schedule is. ${NOTHING} Download it again.`,
  'too-many': (p) =>
    `It holds more than ${p['most'] ?? ''} ${p['what'] ?? 'sessions'}. ${NOTHING} Choose the export of one event.`,
  'unknown-format': () =>
    `It is no schedule that is known here: not schedule.json or .xml of frab, pretalx or FOSDEM, Sessionize, iCalendar, PyCon US, or a table. ${NOTHING} Ask for one of these exports, or paste the table.`,
  'no-sessions': (p) =>
    `It is a schedule, and holds no session with a title${p['why'] === undefined ? '' : ` (${p['why']})`}. ${NOTHING} Look whether it was published yet.`,
  'bad-zone': (p) =>
    `“${p['zone'] ?? ''}” is no time zone that is known here. ${NOTHING} Write it like Europe/Rome${p['instead'] === undefined ? '' : `; did you mean ${p['instead']}?`}`,
  'bad-column': (p) =>
    `There is no column “${p['column'] ?? ''}”. ${NOTHING} The headings are: ${p['headings'] ?? ''}.`,
  'bad-sheet': (p) =>
    `There is no sheet “${p['sheet'] ?? ''}”. ${NOTHING} The sheets are: ${p['sheets'] ?? ''}.`,
  'bad-date': (p) => `“${p['date'] ?? ''}” is no day. ${NOTHING} Write it like 2026-06-12.`,
} satisfies Record<string, (params: Params) => string>;
export type ScheduleRefusal = keyof typeof REFUSED;

/** What has to be answered before it can be read. */
const NEEDS = {
  zone: (p) =>
    `It says no time zone: ${p['example'] ?? 'its times'} is a clock’s time somewhere. Nothing was imported yet. Say in which zone${p['suggestion'] === null ? '' : `; perhaps ${p['suggestion']}`}.`,
  'first-day': (p) =>
    `It says no dates${p['example'] === undefined ? '' : `: “${p['example']}” could be any`}. Nothing was imported yet. Say which date its first day has.`,
  'date-order': (p) =>
    `“${p['example'] ?? ''}” could be two dates. Nothing was imported yet. Say whether the day or the month comes first.`,
  columns: (p) =>
    `It is a table, and no column says ${p['missing'] ?? 'what is on'}. Nothing was imported yet. Say which column means what.`,
} satisfies Record<string, (params: Params) => string>;
export type ScheduleNeed = keyof typeof NEEDS;

/** What was read all the same, and should be looked at. */
const REMARKS = {
  'read-as-windows': () => 'It is not UTF-8 and was read as Windows-1252. Look at names with accents.',
  'stray-ampersand': () => 'An & stands where it may not. It was read as it stands.',
  'line-joined': () => 'A line is no field of a calendar. It was read as going on from the line before.',
  'zone-overridden': (p) =>
    `The file says ${p['file'] ?? 'another zone'}. What was asked for goes before it.`,
  'zone-contradicted': (p) =>
    `The file says ${p['file'] ?? 'one zone'}, and its times have the offset of another, ${p['offset'] ?? ''}. The moments are right; ask for the zone if days and clock times look wrong.`,
  'zone-from-offsets': (p) =>
    `It names no zone; days and clock times go by ${p['zone'] ?? 'its offset'}. Ask for the event’s zone if they look wrong.`,
  'unknown-zone': (p) => `“${p['zone'] ?? ''}” is no zone that is known. The zone of the rest was taken.`,
  'in-gap': () => 'This clock time does not exist: clocks go forward over it. It was read an hour later.',
  'twice-that-day': () => 'This clock time comes twice: clocks go back. The first was taken.',
  'no-title': () => 'It has no title. It was left out.',
  'no-start': () => 'It has no time yet. It is among the unscheduled.',
  'bad-time': (p) => `“${p['text'] ?? ''}” was not understood as a time. It is among the unscheduled.`,
  'bad-length': () => 'Its end or length was not understood. It got the usual length.',
  'length-guessed': () => 'It says no end. It lasts until the next in its room, or the usual length.',
  'no-length': () => 'It lasts 0 minutes.',
  'ends-before-start': () => 'It ends before it starts. It got the usual length.',
  'after-midnight': () =>
    'It is after midnight, and was read as the night after the day that it stands under.',
  'same-id': () => 'Several have this id. Each is told apart by its title and order too.',
  'unknown-person': () => 'Somebody is named by an id that nobody has. The name is missing.',
  'unknown-room': () => 'A room is named by an id that no room has.',
  'names-split': () => 'Several names were split at commas. Look whether each is a person.',
  repeats: () => 'It repeats by a rule. Only its first time was read.',
  'text-cut': (p) => `A text is longer than ${p['most'] ?? ''} characters. It was cut.`,
  'row-skipped': () => 'A row has neither a title nor a time. It was left out.',
  'dates-guessed': (p) =>
    `Dates were read with the ${p['order'] ?? ''} first, because the days then lie together.`,
  'sheet-chosen': (p) => `The sheet “${p['sheet'] ?? ''}” was read. There are more.`,
} satisfies Record<string, (params: Params) => string>;
export type ScheduleRemarkCode = keyof typeof REMARKS;

export const SCHEDULE = { refused: REFUSED, needs: NEEDS, remarks: REMARKS };
