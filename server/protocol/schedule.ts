/**
 * A schedule that somebody brought along, in one form whatever it was written in. It is what an import is compared by
 * and what a page shows before it. Times are ms since 1970; `null` where the file does not say.
 */
import type { ScheduleNeed, ScheduleRefusal, ScheduleRemarkCode } from './panelTexts/schedule.js';

/** What it was written in; `lines`: pasted lines that begin with a time. */
export type ScheduleFormat =
  | 'frab-json'
  | 'schedule-json-2'
  | 'schedule-xml'
  | 'sessionize'
  | 'sessionize-grid'
  | 'icalendar'
  | 'pycon-us'
  | 'csv'
  | 'tsv'
  | 'xlsx'
  | 'lines';

export type SegmentKind = 'presentation' | 'demo' | 'interview' | 'perspective' | 'ama' | 'break';

/** `needs`: it can be read as soon as somebody answers. Nothing of it changed anything yet. */
export type ScheduleRead =
  | { is: 'read'; schedule: Schedule; table: ScheduleTable | null }
  | {
      is: 'needs';
      what: ScheduleNeed;
      format: ScheduleFormat;
      /** What the file hints at: a zone by its city, a way to read its dates. */
      suggestion: string | null;
      message: string;
      table: ScheduleTable | null;
    }
  | { is: 'refused'; code: ScheduleRefusal; place: string | null; message: string };

export interface Schedule {
  format: ScheduleFormat;
  title: string | null;
  /** What its makers call this edition of it. */
  version: string | null;
  zone: ScheduleZone;
  /** Minutes after midnight at which a new day of the show begins. */
  dayChange: number;
  rooms: ScheduleRoom[];
  tracks: string[];
  people: SchedulePerson[];
  sessions: ScheduleSession[];
  sponsors: ScheduleSponsor[];
  remarks: ScheduleRemark[];
}

/**
 * The zone by which its days and clock times go: an IANA name, or an offset as `+02:00`, which `Intl` of Node 20 and of
 * Chromium before 119 does not take. It was asked for, stands in the file, is the show's own, or follows from the offsets
 * that its times carry.
 */
export interface ScheduleZone {
  id: string;
  from: 'asked' | 'file' | 'show' | 'offsets';
}

export interface ScheduleRoom {
  name: string;
  sourceId: string | null;
}

export interface ScheduleSession {
  /** The same from one edition of the schedule to the next. */
  key: string;
  /** The id by which its source and the published file know it. */
  sourceId: string | null;
  /** Where in the file it stands. */
  place: string;
  title: string;
  subtitle: string | null;
  /** Guessed from `type`, which is the file's own word. */
  kind: SegmentKind;
  type: string | null;
  /** Unscheduled without one; `end` is there whenever `start` is. */
  start: number | null;
  end: number | null;
  /** The show's day that it belongs to, as `2026-06-12`: half past midnight may be of the day before. */
  day: string | null;
  rooms: string[];
  track: string | null;
  language: string | null;
  abstract: string;
  description: string;
  people: { person: string; part: 'host' | 'guest' | 'presenter' }[];
  doNotRecord: boolean | null;
  licence: string | null;
  url: string | null;
  links: { title: string; url: string }[];
  isCancelled: boolean;
  /** What happens within it at the same time, as the posters of a poster session. */
  parts: SchedulePart[];
}

export type SchedulePart = Pick<
  ScheduleSession,
  'key' | 'sourceId' | 'title' | 'abstract' | 'people' | 'url' | 'isCancelled'
>;

export interface SchedulePerson {
  key: string;
  sourceId: string | null;
  name: string;
  pronouns: string | null;
  title: string | null;
  organisation: string | null;
  handle: string | null;
  biography: string;
  photoUrl: string | null;
}

/** Who has a booth there. */
export interface ScheduleSponsor {
  name: string;
  level: string | null;
  logoUrl: string | null;
}

/** Something that a person should look at; it stopped nothing. */
export interface ScheduleRemark {
  code: ScheduleRemarkCode;
  message: string;
  count: number;
  /** The first few places. */
  places: string[];
}

/** What a column of a spreadsheet can mean. The last five are of the person in the row. */
export type ScheduleField =
  | 'title'
  | 'subtitle'
  | 'date'
  | 'start'
  | 'end'
  | 'duration'
  | 'room'
  | 'type'
  | 'track'
  | 'language'
  | 'description'
  | 'id'
  | 'url'
  | 'do-not-record'
  | 'licence'
  | 'people'
  | 'person-title'
  | 'organisation'
  | 'pronouns'
  | 'handle';

/** How sure it is: somebody said so, the heading is that word, it contains it, or only the cells look like it. */
export type ColumnConfidence = 'told' | 'certain' | 'likely' | 'guess';

export interface ScheduleColumn {
  heading: string;
  means: ScheduleField | null;
  confidence: ColumnConfidence | null;
}

/** A spreadsheet as it was understood, for a page to show and to correct. */
export interface ScheduleTable {
  sheet: string | null;
  sheets: string[];
  separator: string | null;
  /** Line or row of the headings, from 1; null: there are none. */
  headingRow: number | null;
  columns: ScheduleColumn[];
  /** The first rows below the headings. */
  rows: string[][];
  rowCount: number;
}

/** Answers to what a file leaves open; null: not answered. */
export interface ScheduleOptions {
  /** Goes before what the file says. */
  zone: string | null;
  /** The show's zone, for a file that says none. */
  showZone: string | null;
  /** Minutes after midnight at which a day changes. */
  dayChange: number | null;
  /** `2026-06-12`, for a sheet that has times and no dates, or "Friday", or "Day 2". */
  firstDay: string | null;
  /** How `03/04/2026` is meant. */
  dateOrder: 'day-first' | 'month-first' | null;
  /** Which column means what, by its heading or its number from 1; the rest is guessed. */
  columns: Partial<Record<ScheduleField, string>>;
  sheet: string | null;
  /** How long a session is that nothing says of, in minutes. */
  defaultMinutes: number;
}
