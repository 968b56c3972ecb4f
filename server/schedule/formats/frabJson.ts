import { BLANK, idOf, NOBODY, type Found, type FoundPerson, type FoundSession } from '../found.js';
import { dateOf, dayChangeOf, dayEndOf, lengthOf, startOf } from '../frab.js';
import type { Format } from '../format.js';
import { flag, isRecord, list, record, text, type Loose } from '../loose.js';
import { momentOf } from '../times.js';

/** `schedule.json` of frab and pretalx: days of rooms of events, rooms by their names. */
export const frabJson: Format<unknown> = {
  recognises: (value) => list(conferenceOf(value)['days']).some((day) => roomsOf(day).length > 0),
  read(value) {
    const conference = conferenceOf(value);
    const days = list(conference['days']).map(record);
    return {
      format: 'frab-json',
      title: text(conference['title']) ?? text(conference['acronym']),
      version: text(scheduleOf(value)['version']),
      zone: text(conference['time_zone_name']) ?? text(conference['timezone']),
      city: text(conference['city']),
      dayChange: firstDayEnd(days),
      rooms: list(conference['rooms'])
        .map(record)
        .map((room) => ({ name: text(room['name']), sourceId: text(room['guid']) ?? text(room['slug']) })),
      sessions: days.flatMap(sessionsOf),
      sponsors: [],
      table: null,
    } satisfies Found;
  },
};

function firstDayEnd(days: readonly Loose[]): number | null {
  const [first] = days;
  return first === undefined ? null : dayEndOf(dateOf(text(first['date'])), text(first['day_end']));
}

/** The part below `schedule`, which some leave out. */
export function scheduleOf(value: unknown): Loose {
  const root = record(value);
  return isRecord(root['schedule']) ? root['schedule'] : root;
}

export function conferenceOf(value: unknown): Loose {
  return record(scheduleOf(value)['conference']);
}

/** Rooms of a day with their events: an object by name, in some files a list. */
function roomsOf(day: unknown): [name: string | null, at: string, events: unknown[]][] {
  const rooms = record(day)['rooms'];
  if (Array.isArray(rooms)) {
    return rooms
      .map(record)
      .map((room, at) => [
        text(room['name']),
        `rooms[${at}].events`,
        list(room['events'] ?? room['sessions']),
      ]);
  }
  return Object.entries(record(rooms)).map(([name, events]) => [
    name,
    `rooms[${JSON.stringify(name)}]`,
    list(events),
  ]);
}

function sessionsOf(day: Loose, index: number): FoundSession[] {
  const date = dateOf(text(day['date']));
  const dayChange = dayChangeOf(text(day['day_start']));
  return roomsOf(day).flatMap(([room, at, events]) =>
    events.map((event, number) => ({
      ...sessionOf(record(event), date, dayChange, room),
      place: `schedule.conference.days[${index}].${at}[${number}]`,
    })),
  );
}

function sessionOf(
  event: Loose,
  day: string | null,
  dayChange: number | null,
  room: string | null,
): Omit<FoundSession, 'place'> {
  return {
    ...BLANK,
    ...eventOf(event),
    ...startOf(text(event['date']), text(event['start']), day, dayChange),
    end: momentOf(text(event['end']) ?? ''),
    minutes: lengthOf(text(event['duration'])),
    day,
    rooms: [text(event['room']) ?? room],
    people: list(event['persons']).map((person) => personOf(record(person))),
  };
}

/** What events of both editions of the format say alike. */
export function eventOf(event: Loose): Partial<FoundSession> {
  return {
    id: idOf({ guid: text(event['guid']), code: text(event['code']), id: text(event['id']) }),
    title: text(event['title']),
    subtitle: text(event['subtitle']),
    type: text(event['type']),
    track: text(event['track']) ?? text(record(event['track'])['name']),
    language: text(event['language']),
    abstract: text(event['abstract']),
    description: text(event['description']),
    doNotRecord: flag(event['do_not_record']),
    licence: text(event['recording_license']) ?? text(event['license']),
    url: text(event['url']) ?? text(event['origin_url']),
    links: list(event['links'])
      .map(record)
      .flatMap((link) => {
        const url = text(link['url']);
        return url === null ? [] : { title: text(link['title']) ?? url, url };
      }),
    isCancelled: /^(?:cancell?ed|withdrawn|deleted|rejected)$/iu.test(
      text(event['state']) ?? text(event['status']) ?? '',
    ),
  };
}

/** frab has `public_name`, pretalx `name`; `guid` and `code` stay longer than `id`. */
export function personOf(person: Loose): FoundPerson {
  return {
    ...NOBODY,
    sourceId: text(person['guid']) ?? text(person['code']) ?? text(person['id']),
    name: text(person['name']) ?? text(person['public_name']) ?? text(person['full_public_name']),
    pronouns: text(person['pronouns']),
    biography: text(person['biography']) ?? text(person['description']),
    photoUrl: text(person['avatar_url']) ?? text(person['avatar']),
  };
}
