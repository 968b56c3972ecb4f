import type { ScheduleFormat, ScheduleSponsor, ScheduleTable } from '../protocol/schedule.js';
import type { When } from './times.js';

/** What a reader of one format found, as it stands there: texts not cleaned, times not placed in a zone yet. */
export interface Found {
  format: ScheduleFormat;
  title: string | null;
  version: string | null;
  /** The zone that the file names. */
  zone: string | null;
  /** Where the event is, in words: a hint at the zone. */
  city: string | null;
  /** Minutes after midnight; null: the file says none. */
  dayChange: number | null;
  /** Those that the file lists; those that only sessions name are added. */
  rooms: { name: string | null; sourceId: string | null }[];
  sessions: FoundSession[];
  sponsors: ScheduleSponsor[];
  table: ScheduleTable | null;
}

/** What a table or list of sessions says of the event around them: nothing. */
export const SESSIONS_ALONE: Omit<Found, 'format' | 'sessions'> = {
  title: null,
  version: null,
  zone: null,
  city: null,
  dayChange: null,
  rooms: [],
  sponsors: [],
  table: null,
};

/** Ids from the one that stays longest to the one that may be used twice. */
export const ID_KINDS = ['guid', 'code', 'id', 'uid'] as const;
export interface FoundId {
  kind: (typeof ID_KINDS)[number];
  value: string;
}

export interface FoundPerson {
  sourceId: string | null;
  name: string | null;
  pronouns: string | null;
  title: string | null;
  organisation: string | null;
  handle: string | null;
  biography: string | null;
  photoUrl: string | null;
  part: 'host' | 'guest' | 'presenter';
}

export interface FoundSession {
  place: string;
  id: FoundId | null;
  title: string | null;
  subtitle: string | null;
  type: string | null;
  start: When | null;
  /** A time that was there and could not be understood. */
  badTime: string | null;
  end: When | null;
  minutes: number | null;
  /** The day that the file puts it under. */
  day: string | null;
  rooms: (string | null)[];
  track: string | null;
  language: string | null;
  abstract: string | null;
  description: string | null;
  people: FoundPerson[];
  doNotRecord: boolean | null;
  licence: string | null;
  url: string | null;
  links: { title: string; url: string }[];
  isCancelled: boolean;
  parts: FoundSession[];
}

export const NOBODY: Omit<FoundPerson, 'name'> = {
  sourceId: null,
  pronouns: null,
  title: null,
  organisation: null,
  handle: null,
  biography: null,
  photoUrl: null,
  part: 'presenter',
};

/** A session of which nothing is known yet. */
export const BLANK: Omit<FoundSession, 'place'> = {
  id: null,
  title: null,
  subtitle: null,
  type: null,
  start: null,
  badTime: null,
  end: null,
  minutes: null,
  day: null,
  rooms: [],
  track: null,
  language: null,
  abstract: null,
  description: null,
  people: [],
  doNotRecord: null,
  licence: null,
  url: null,
  links: [],
  isCancelled: false,
  parts: [],
};

/** The first id that is there, by what kind it is. */
export function idOf(ids: Partial<Record<FoundId['kind'], string | null>>): FoundId | null {
  for (const kind of ID_KINDS) {
    const value = ids[kind];
    if (value !== null && value !== undefined) return { kind, value };
  }
  return null;
}
