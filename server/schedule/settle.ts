import type { Schedule, ScheduleOptions, SchedulePart, ScheduleSession } from '../protocol/schedule.js';
import { cutLine, cutText } from './cut.js';
import type { Found, FoundSession } from './found.js';
import { keysOf, type Keyed } from './keys.js';
import { kindOf } from './kinds.js';
import { LIMITS } from './limits.js';
import { People } from './people.js';
import { plainLine, plainText } from './plainText.js';
import { ScheduleRefused } from './refused.js';
import type { Remarks } from './remarks.js';
import { Timetable, type Slot } from './timetable.js';
import { zoneOf } from './zoning.js';

/** Nobody is up at that hour who does not still belong to the day before, in minutes after midnight. */
const DAY_CHANGE = 240;

/** What a reader found, in the one form: texts clean, times placed, people once each, keys that last. */
export function settle(found: Found, options: ScheduleOptions, remarks: Remarks): Schedule {
  if (found.sessions.length > LIMITS.sessions) {
    throw new ScheduleRefused('too-many', null, { most: LIMITS.sessions, what: 'sessions' });
  }
  const texts = new Texts(remarks);
  const titled = found.sessions.filter((session) => texts.hasTitle(session));
  if (titled.length === 0) throw new ScheduleRefused('no-sessions', null, {});
  const zone = zoneOf(found, options, remarks);
  const dayChange = options.dayChange ?? found.dayChange ?? DAY_CHANGE;
  const slots = new Timetable(zone.id, dayChange, options.defaultMinutes, remarks).of(titled);
  const people = new People(remarks);
  const drafts = titled.map((session, at) => ({ session, ...texts.keyed(session, slots[at] ?? NO_SLOT) }));
  const keys = keysOf(drafts, remarks);
  const sessions = drafts.map(({ session }, at): ScheduleSession => {
    const slot = slots[at] ?? NO_SLOT;
    const own = texts.part(session, keys[at] ?? '', people);
    const type = texts.lineOr(session.type, session.place);
    return {
      ...own,
      place: session.place,
      subtitle: texts.lineOr(session.subtitle, session.place),
      kind: kindOf(type, own.title),
      type,
      ...slot,
      rooms: texts.rooms(session),
      track: texts.lineOr(session.track, session.place),
      language: texts.lineOr(session.language, session.place),
      description: cutText(plainText(session.description), session.place, remarks),
      doNotRecord: session.doNotRecord,
      licence: texts.lineOr(session.licence, session.place),
      links: session.links.map((link) => ({ title: plainLine(link.title), url: link.url })),
      parts: texts.parts(session, keys[at] ?? '', people),
    };
  });
  return {
    format: found.format,
    title: texts.lineOr(found.title, ''),
    version: texts.lineOr(found.version, ''),
    zone,
    dayChange,
    rooms: roomsOf(found, sessions),
    tracks: [...new Set(sessions.flatMap(({ track }) => track ?? []))],
    people: people.list(),
    sessions,
    sponsors: found.sponsors,
    remarks: remarks.list(),
  };
}

const NO_SLOT: Slot = { start: null, end: null, day: null };

/** Those that the file lists, in its order, and those that only sessions name. */
function roomsOf(found: Found, sessions: readonly ScheduleSession[]): Schedule['rooms'] {
  const rooms = new Map<string, string | null>();
  for (const { name, sourceId } of found.rooms) {
    const clean = plainLine(name);
    if (clean !== '' && !rooms.has(clean)) rooms.set(clean, sourceId);
  }
  for (const name of sessions.flatMap((session) => session.rooms))
    if (!rooms.has(name)) rooms.set(name, null);
  return [...rooms].map(([name, sourceId]) => ({ name, sourceId }));
}

/** The texts of sessions, clean. */
class Texts {
  constructor(readonly remarks: Remarks) {}

  hasTitle({ title, place }: FoundSession): boolean {
    if (plainLine(title) !== '') return true;
    this.remarks.add('no-title', place, {});
    return false;
  }

  lineOr(text: string | null, place: string): string | null {
    const clean = cutLine(plainLine(text), place, this.remarks);
    return clean === '' ? null : clean;
  }

  rooms({ rooms, place }: FoundSession): string[] {
    return [...new Set(rooms.flatMap((room) => this.lineOr(room, place) ?? []))];
  }

  keyed(session: FoundSession, { day, start }: Slot): Keyed {
    const { place, id } = session;
    return { place, id, title: plainLine(session.title), day, rooms: this.rooms(session), start };
  }

  part(session: FoundSession, key: string, people: People): SchedulePart {
    const { place } = session;
    return {
      key,
      sourceId: session.id?.value ?? null,
      title: this.lineOr(session.title, place) ?? '',
      abstract: cutText(plainText(session.abstract), place, this.remarks),
      people: people.of(session.people, place),
      url: this.lineOr(session.url, place),
      isCancelled: session.isCancelled,
    };
  }

  /** What happens within it; keys within that of the whole. */
  parts({ parts }: FoundSession, key: string, people: People): SchedulePart[] {
    const titled = parts.filter((part) => this.hasTitle(part));
    const keys = keysOf(
      titled.map((part) => this.keyed(part, NO_SLOT)),
      this.remarks,
    );
    return titled.map((part, at) => this.part(part, `${key}/${keys[at] ?? ''}`, people));
  }
}
