import type { FoundSession } from './found.js';
import type { Remarks } from './remarks.js';
import type { When } from './times.js';
import { dayIn, momentIn, zoneNamed, type Moment } from './zones.js';

/** When a session is. */
export interface Slot {
  start: number | null;
  end: number | null;
  day: string | null;
}

/** Longer than this nothing lasts that has a stage; what says so has a wrong date, in ms. */
const LONGEST_MS = 14 * 86_400_000;

/** With a longer gap before the next one in its room, a session did not last until then, in ms. */
const GAP_MS = 8 * 3_600_000;

/** Times of sessions as moments, in the zone of the schedule. */
export class Timetable {
  /** Clock times come again and again, and placing one in a zone takes 50 µs. */
  readonly #moments = new Map<string, Moment>();
  readonly #days = new Map<number, string>();

  constructor(
    readonly zone: string,
    readonly dayChange: number,
    readonly defaultMinutes: number,
    readonly remarks: Remarks,
  ) {}

  of(sessions: readonly FoundSession[]): Slot[] {
    const starts = sessions.map((session) => this.#startOf(session));
    const next = nextInRoom(sessions, starts);
    return sessions.map((session, at) => {
      const start = starts[at] ?? null;
      if (start === null) return { start, end: null, day: session.day };
      const end = this.#endOf(session, start, next[at] ?? null);
      return { start, end, day: session.day ?? this.#dayOf(start) };
    });
  }

  #startOf({ start, badTime, place }: FoundSession): number | null {
    if (badTime !== null) this.remarks.add('bad-time', place, { text: badTime.slice(0, 60) });
    else if (start === null) this.remarks.add('no-start', place, {});
    return start === null ? null : this.#moment(start, place);
  }

  #endOf(session: FoundSession, start: number, next: number | null): number {
    const { end, minutes, place } = session;
    const usual = start + this.defaultMinutes * 60_000;
    if (end === null && minutes === null) {
      this.remarks.add('length-guessed', place, {});
      return next ?? usual;
    }
    const at = end === null ? start + (minutes ?? 0) * 60_000 : this.#moment(end, place);
    if (at === start) this.remarks.add('no-length', place, {});
    if (at >= start && at - start <= LONGEST_MS) return at;
    this.remarks.add(at < start ? 'ends-before-start' : 'bad-length', place, {});
    return usual;
  }

  #moment(when: When, place: string): number {
    if (when.is === 'at') return when.at;
    const zone = (when.zone === null ? null : zoneNamed(when.zone)) ?? this.zone;
    const key = `${zone} ${when.local}`;
    const moment = this.#moments.get(key) ?? momentIn(zone, when.local);
    this.#moments.set(key, moment);
    if (moment.odd !== null) this.remarks.add(moment.odd, place, {});
    return moment.at;
  }

  #dayOf(at: number): string {
    const day = this.#days.get(at) ?? dayIn(this.zone, at, this.dayChange);
    this.#days.set(at, day);
    return day;
  }
}

/** When the next session in the same room of the same day begins, for those that say no end. */
function nextInRoom(
  sessions: readonly FoundSession[],
  starts: readonly (number | null)[],
): (number | null)[] {
  const rooms = new Map<string, number[]>();
  for (const [at, session] of sessions.entries()) {
    const start = starts[at] ?? null;
    const room = session.rooms[0] ?? '';
    const list = rooms.get(room) ?? [];
    if (start !== null) list.push(start);
    rooms.set(room, list);
  }
  const following = new Map([...rooms].map(([room, list]) => [room, followingOf(list)]));
  return sessions.map((session, at) => {
    const start = starts[at] ?? null;
    if (start === null) return null;
    const later = following.get(session.rooms[0] ?? '')?.get(start) ?? null;
    return later === null || later - start > GAP_MS ? null : later;
  });
}

/** Of each of these times the one after it. */
function followingOf(times: readonly number[]): Map<number, number> {
  const sorted = [...new Set(times)].sort((a, b) => a - b);
  return new Map(sorted.slice(1).map((time, at) => [sorted[at] ?? time, time]));
}
