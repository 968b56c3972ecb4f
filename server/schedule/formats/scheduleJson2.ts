import { BLANK, type Found, type FoundPerson, type FoundSession } from '../found.js';
import { dateOf, lengthOf, startOf } from '../frab.js';
import type { Format } from '../format.js';
import { isRecord, list, localized, record, text, type Loose } from '../loose.js';
import { momentOf } from '../times.js';
import { conferenceOf, eventOf, personOf, scheduleOf } from './frabJson.js';

/** The draft of a second edition of `schedule.json`: one list of events, which refer to rooms and tracks. */
export const scheduleJson2: Format<unknown> = {
  recognises: (value) => isRecord(scheduleOf(value)['conference']) && eventsOf(value).length > 0,
  read(value) {
    const conference = conferenceOf(value);
    const language = text(record(conference['defaults'])['language']) ?? 'en';
    const rooms = list(conference['rooms']).map(record);
    const tracks = list(conference['tracks']).map(record);
    const [at, events] = eventsAt(value);
    return {
      format: 'schedule-json-2',
      title: localized(conference['title'], language) ?? text(conference['acronym']),
      version: text(scheduleOf(value)['version']),
      zone: text(conference['time_zone_name']),
      city: null,
      dayChange: null,
      rooms: rooms.map((room) => ({
        name: text(room['name']),
        sourceId: text(room['guid']) ?? text(room['slug']),
      })),
      sessions: events.map((event, number): FoundSession => ({
        ...sessionOf(record(event), { language, rooms, tracks }),
        place: `${at}[${number}]`,
      })),
      sponsors: [],
      table: null,
    } satisfies Found;
  },
};

function eventsOf(value: unknown): unknown[] {
  return eventsAt(value)[1];
}

function eventsAt(value: unknown): [string, unknown[]] {
  const own = list(scheduleOf(value)['events']);
  return own.length > 0
    ? ['schedule.events', own]
    : ['schedule.conference.events', list(conferenceOf(value)['events'])];
}

interface Context {
  language: string;
  rooms: Loose[];
  tracks: Loose[];
}

function sessionOf(event: Loose, { language, rooms, tracks }: Context): Omit<FoundSession, 'place'> {
  const room = referred(event['room'], rooms);
  const features = text(record(record(room)['features'])['recording']);
  const own = eventOf(event);
  return {
    ...BLANK,
    ...own,
    title: localized(event['title'], language),
    abstract: localized(event['abstract'], language),
    description: localized(event['description'], language),
    ...startOf(text(event['start']) ?? text(event['date']), null, null, null),
    end: momentOf(text(event['end']) ?? ''),
    minutes: lengthOf(text(event['duration'])),
    day: dateOf(text(event['day'])),
    rooms: [text(event['room']) ?? text(room?.['name'])],
    track: localized(referred(event['track'], tracks)?.['name'], language) ?? own.track ?? null,
    people: [...list(event['participants']), ...list(event['persons'])].map(participant),
    // What a room forbids holds for all that is in it; that it records by default says nothing of one session.
    doNotRecord: features === 'RECORDING_FORBIDDEN' ? true : (own.doNotRecord ?? null),
  };
}

/** The room or track that is meant: by guid, slug or name; as it stands where the list does not have it. */
function referred(reference: unknown, known: readonly Loose[]): Loose | null {
  if (!isRecord(reference)) return known.find((one) => text(one['name']) === text(reference)) ?? null;
  for (const by of ['guid', 'slug', 'name']) {
    const wanted = text(reference[by]);
    const found = wanted === null ? undefined : known.find((one) => text(one[by]) === wanted);
    if (found !== undefined) return found;
  }
  return reference;
}

function participant(value: unknown): FoundPerson {
  const person = record(value);
  const role = text(person['role'])?.toUpperCase();
  const part = role === 'HOST' || role === 'MODERATOR' ? 'host' : role === 'GUEST' ? 'guest' : 'presenter';
  return { ...personOf(person), part };
}
