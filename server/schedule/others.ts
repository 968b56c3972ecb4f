import { list, record, text } from './loose.js';
import { ScheduleRefused } from './refused.js';
import { childrenOf, type XmlElement } from './xml.js';

/** What people bring along by mistake, each with what to bring instead. */
const OTHERS = {
  pdf: [
    'a PDF',
    'Ask for the schedule as a file: schedule.json, iCalendar, or the spreadsheet it was made from.',
  ],
  xls: ['a spreadsheet of the old kind', 'Open it and save it as .xlsx, or as CSV.'],
  gzip: ['a compressed file', 'Unpack it and choose what is in it.'],
  picture: ['a picture', 'Ask for the schedule as a file, or copy its text.'],
  rich: ['a formatted text (RTF)', 'Copy its text and paste that, or save it as plain text.'],
  page: ['a web page, not a schedule', 'Look on it for “Export” (schedule.json, iCalendar), and save that.'],
  feed: ['a news feed', 'Look for the export of the schedule.'],
  xcal: ['iCalendar written in XML', 'Take the .ics beside it.'],
  entries: [
    'a schedule of another conference’s own kind, which has the same name and other contents',
    'Ask for its iCalendar.',
  ],
  widget: ['the data of pretalx’s widget', 'Take /schedule/export/schedule.json of the same event.'],
  api: ['a page of pretalx’s API', 'Take /schedule/export/schedule.json of the same event.'],
  speakers: ['Sessionize’s list of speakers', 'Take the view “All” of the same API.'],
} as const;

function refuse(kind: keyof typeof OTHERS): never {
  const [what, instead] = OTHERS[kind];
  throw new ScheduleRefused('other', null, { what, instead });
}

const BYTES: [keyof typeof OTHERS, number[]][] = [
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['xls', [0xd0, 0xcf, 0x11, 0xe0]],
  ['gzip', [0x1f, 0x8b]],
  ['picture', [0x89, 0x50, 0x4e, 0x47]],
  ['picture', [0xff, 0xd8, 0xff]],
  ['picture', [0x47, 0x49, 0x46, 0x38]],
];

export function refuseOtherBytes(bytes: Uint8Array): void {
  const found = BYTES.find(([, first]) => first.every((byte, at) => bytes[at] === byte));
  if (found !== undefined) refuse(found[0]);
}

export function refuseOtherText(start: string): void {
  if (start.startsWith('{\\rtf')) refuse('rich');
  if (/^(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*>\s*)*(?:<!doctype html|<html\b)/iu.test(start)) refuse('page');
}

export function refuseOtherXml(root: XmlElement): void {
  const name = root.name.toLowerCase();
  if (name === 'icalendar') refuse('xcal');
  if (name === 'rss' || name === 'feed') refuse('feed');
  const entries = childrenOf(root, 'day').some((day) => childrenOf(day, 'entry').length > 0);
  if (name === 'schedule' && entries) refuse('entries');
  if (name === 'schedule') throw new ScheduleRefused('no-sessions', root.place, {});
}

export function refuseOtherJson(value: unknown): void {
  const root = record(value);
  if (Array.isArray(root['talks']) && 'event_start' in root) refuse('widget');
  if (Array.isArray(root['results']) && 'next' in root) refuse('api');
  const first = record(list(value)[0]);
  if (text(first['fullName']) !== null && Array.isArray(first['sessions'])) refuse('speakers');
  const { schedule, conference } = root;
  if ('days' in record(record(schedule)['conference']) || 'days' in record(conference)) {
    throw new ScheduleRefused('no-sessions', 'schedule.conference.days', {});
  }
}
