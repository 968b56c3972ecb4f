import { BLANK, idOf, NOBODY, type Found, type FoundPerson, type FoundSession } from '../found.js';
import type { Format } from '../format.js';
import { flag, list, record, text, type Loose } from '../loose.js';
import { momentOf, type When } from '../times.js';

/** Sessionize's view "All": sessions, and lists of what they refer to by ids. */
export const sessionize: Format<unknown> = {
  recognises(value) {
    const { sessions, speakers, rooms } = record(value);
    return Array.isArray(sessions) && Array.isArray(speakers) && Array.isArray(rooms);
  },
  read(value) {
    const root = record(value);
    const speakers = byId(root['speakers'], speakerOf);
    const rooms = list(root['rooms']).map(record);
    const roomNames = byId(root['rooms'], (room) => text(room['name']));
    const categories = list(root['categories']).map(record);
    return {
      ...nothingKnown('sessionize'),
      rooms: rooms.map((room) => ({ name: text(room['name']), sourceId: text(room['id']) })),
      sessions: list(root['sessions']).map((session, at) => {
        const own = record(session);
        const room = text(own['roomId']);
        return {
          ...sessionOf(own, `sessions[${at}]`),
          rooms: [room === null ? text(own['room']) : (roomNames.get(room) ?? null)],
          people: list(own['speakers']).map(
            (id) => speakers.get(text(id) ?? text(record(id)['id']) ?? '') ?? speakerOf(record(id)),
          ),
          ...chosenOf(list(own['categoryItems']), categories),
        };
      }),
    };
  },
};

/** Its view "GridSmart" (days of rooms) and its view "Sessions" (groups), where sessions carry the names themselves. */
export const sessionizeGrid: Format<unknown> = {
  recognises: (value) =>
    Array.isArray(value) && value.some((part) => groupsOf(record(part)).some(([, all]) => all.length > 0)),
  read(value) {
    const sessions = new Map<string, FoundSession>();
    for (const [at, part] of list(value).entries()) {
      for (const [path, all, room] of groupsOf(record(part))) {
        for (const [number, one] of all.entries())
          addTo(sessions, record(one), `[${at}]${path}[${number}]`, room);
      }
    }
    const rooms = list(value).flatMap((day) => list(record(day)['rooms']).map(record));
    return {
      ...nothingKnown('sessionize-grid'),
      rooms: rooms.map((room) => ({ name: text(room['name']), sourceId: text(room['id']) })),
      sessions: [...sessions.values()],
    };
  },
};

/** Sessions of a day by room, or of a group, with the path to them. */
function groupsOf(part: Loose): [path: string, sessions: unknown[], room: string | null][] {
  const rooms = list(part['rooms']).map(record);
  if (rooms.length > 0) {
    return rooms.map((room, at) => [`.rooms[${at}].sessions`, list(room['sessions']), text(room['name'])]);
  }
  const sessions = list(part['sessions']);
  const areSessions = sessions.some((session) => 'title' in record(session));
  return areSessions && ('groupName' in part || 'groupId' in part) ? [['.sessions', sessions, null]] : [];
}

/** A plenum stands in every room of the grid: it is one session in several rooms. */
function addTo(
  sessions: Map<string, FoundSession>,
  own: Loose,
  place: string,
  roomOfGroup: string | null,
): void {
  const room = text(own['room']) ?? roomOfGroup;
  const key = `${text(own['id']) ?? place} ${text(own['startsAt']) ?? ''}`;
  const before = sessions.get(key);
  if (before !== undefined) before.rooms.push(room);
  else {
    const categories = list(own['categories']).map(record);
    const items = categories.flatMap((category) => list(category['categoryItems'] ?? category['items']));
    const people = list(own['speakers']).map((speaker) => speakerOf(record(speaker)));
    const chosen = chosenOf(
      items.map((item) => record(item)['id']),
      categories,
    );
    sessions.set(key, { ...sessionOf(own, place), rooms: [room], people, ...chosen });
  }
}

/** The file says neither its event nor its zone. */
function nothingKnown(format: 'sessionize' | 'sessionize-grid'): Omit<Found, 'rooms' | 'sessions'> {
  return {
    format,
    title: null,
    version: null,
    zone: null,
    city: null,
    dayChange: null,
    sponsors: [],
    table: null,
  };
}

function byId<One>(value: unknown, one: (item: Loose) => One): Map<string, One> {
  const items = list(value).map(record);
  return new Map(items.map((item) => [text(item['id']) ?? '', one(item)]));
}

function sessionOf(own: Loose, place: string): FoundSession {
  const starts = text(own['startsAt']);
  const start = starts === null ? null : momentOf(starts);
  const url = text(own['recordingUrl']) ?? text(own['liveUrl']);
  return {
    ...BLANK,
    place,
    id: idOf({ id: text(own['id']) }),
    title: text(own['title']),
    description: text(own['description']),
    start,
    badTime: start === null ? starts : null,
    end: endOf(text(own['endsAt'])),
    url,
    // Breaks and registration: they have no speaker, and a title that says what they are.
    type: flag(own['isServiceSession']) === true ? serviceType(text(own['title'])) : null,
    isCancelled: /^(?:declined|cancell?ed|withdrawn)$/iu.test(text(own['status']) ?? ''),
  };
}

function endOf(ends: string | null): When | null {
  return ends === null ? null : momentOf(ends);
}

function serviceType(title: string | null): string | null {
  return /opening|closing|keynote|welcome|remarks|party|raffle/iu.test(title ?? '')
    ? 'Service session'
    : 'Break';
}

function speakerOf(speaker: Loose): FoundPerson {
  const parts = [text(speaker['firstName']), text(speaker['lastName'])].filter((part) => part !== null);
  return {
    ...NOBODY,
    sourceId: text(speaker['id']),
    name: text(speaker['fullName']) ?? text(speaker['name']) ?? (parts.join(' ') || null),
    title: text(speaker['tagLine']),
    biography: text(speaker['bio']),
    photoUrl: text(speaker['profilePicture']),
  };
}

/** What was chosen of the categories that each event makes up: by what they are called. */
function chosenOf(
  chosen: unknown[],
  categories: readonly Loose[],
): Pick<FoundSession, 'track' | 'language'> & { type?: string } {
  const ids = new Set(chosen.map(text));
  const named = (words: RegExp): string | null => {
    const category = categories.find((one) => words.test(text(one['title']) ?? text(one['name']) ?? ''));
    const items = list(category?.['items'] ?? category?.['categoryItems']).map(record);
    return text(items.find((item) => ids.has(text(item['id'])))?.['name']);
  };
  const type = named(/format|type/iu);
  return {
    track: named(/track|topic|stage/iu),
    language: named(/language/iu),
    ...(type === null ? {} : { type }),
  };
}
