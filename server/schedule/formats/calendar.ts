import ICAL from 'ical.js';
import { calendarLines } from '../calendarLines.js';
import { BLANK, idOf, NOBODY, type FoundPerson, type FoundSession } from '../found.js';
import type { Format } from '../format.js';
import { pyconText } from '../pyconText.js';
import { ScheduleRefused } from '../refused.js';
import type { Remarks } from '../remarks.js';
import { offsetOf, type When } from '../times.js';
import { zoneNamed } from '../zones.js';

/** iCalendar, as pretalx, PyCon and calendar programs write it. */
export const calendar: Format<string> = {
  recognises: (text) => /^\s*BEGIN\s*:\s*VCALENDAR\b/iu.test(text),
  read(text, _options, remarks) {
    const { text: lines, events: eventLines } = calendarLines(text, remarks);
    const roots = componentsOf(lines);
    const maker = textOf(roots[0], 'prodid') ?? '';
    const events = roots.flatMap((root) => root.getAllSubcomponents('vevent'));
    return {
      format: 'icalendar',
      title: textOf(roots[0], 'x-wr-calname') ?? textOf(roots[0], 'name'),
      version: null,
      zone: textOf(roots[0], 'x-wr-timezone') ?? timezoneOf(roots[0]),
      city: null,
      dayChange: null,
      rooms: [],
      sessions: events.map((event, at) => sessionOf(event, `line ${eventLines[at] ?? 1}`, maker, remarks)),
      sponsors: [],
      table: null,
    };
  },
};

function componentsOf(text: string): ICAL.Component[] {
  try {
    const parsed: unknown = ICAL.parse(text);
    // One calendar, or a list of several in one file.
    const all = Array.isArray(parsed) && typeof parsed[0] === 'string' ? [parsed] : parsed;
    return (all as unknown[][]).map((one) => new ICAL.Component(one));
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    throw new ScheduleRefused('calendar-broken', null, { problem });
  }
}

function textOf(component: ICAL.Component | undefined, name: string): string | null {
  const property = component?.getFirstProperty(name) ?? null;
  if (property === null) return null;
  const raw: unknown = property.jCal[3];
  return typeof raw === 'string' && raw.trim() !== '' ? raw.trim() : null;
}

/** Its value, of the type that it has; null for a date or a length that is none. */
function valueOf(property: ICAL.Property): unknown {
  try {
    return property.getFirstValue();
  } catch {
    // The parser looks at a value only when it is asked for, and throws then.
    return null;
  }
}

/** The one zone that it defines, and some write as a bare field. */
function timezoneOf(root: ICAL.Component | undefined): string | null {
  const defined = root?.getAllSubcomponents('vtimezone').map((zone) => textOf(zone, 'tzid')) ?? [];
  const [only = null] = defined.length === 1 ? defined : [];
  const named = only ?? textOf(root, 'vtimezone') ?? textOf(root, 'timezone-id');
  return named === null || zoneNamed(named) === null ? null : named;
}

function sessionOf(event: ICAL.Component, place: string, maker: string, remarks: Remarks): FoundSession {
  const uid = textOf(event, 'uid');
  const pycon = pyconText(textOf(event, 'description') ?? '');
  const { title, type, people } = summaryOf(
    textOf(event, 'summary'),
    /pretalx/iu.test(`${maker} ${uid ?? ''}`),
  );
  const start = whenOf(event, 'dtstart', remarks);
  const organised = event
    .getAllProperties('attendee')
    .filter((one) => one.getParameter('role') === 'SPEAKER');
  if (event.getFirstProperty('rrule') !== null) remarks.add('repeats', place, {});
  return {
    ...BLANK,
    place,
    id: pretalxId(uid) ?? idOf({ uid }),
    title,
    type: textOf(event, 'categories') ?? pycon?.type ?? type,
    track: pycon?.track ?? null,
    start,
    badTime: start === null ? textOf(event, 'dtstart') : null,
    end: whenOf(event, 'dtend', remarks),
    minutes: lengthOf(event),
    rooms: [textOf(event, 'location')],
    description: pycon?.description ?? textOf(event, 'description'),
    people: [
      ...people,
      ...(pycon?.people ?? []),
      ...organised.flatMap((one) => named(one.getParameter('cn'))),
    ],
    url: textOf(event, 'url'),
    isCancelled: textOf(event, 'status')?.toUpperCase() === 'CANCELLED',
  };
}

/** pretalx puts the code, by which its other exports know the session, into the UID. */
function pretalxId(uid: string | null): FoundSession['id'] {
  const code = /^pretalx-.+?-([A-Z0-9]{4,})(?:-\d+)?@/u.exec(uid ?? '')?.[1];
  return code === undefined ? null : { kind: 'code', value: code };
}

/** `[talk] Title` of PyCon, `Title - Ada Lovelace, Grace Hopper` of pretalx. */
function summaryOf(
  summary: string | null,
  hasNames: boolean,
): { title: string | null; type: string | null; people: FoundPerson[] } {
  const [, type = null, rest = summary] = /^\[([\w -]{2,30})\]\s+(.+)$/su.exec(summary ?? '') ?? [];
  if (!hasNames || rest === null) return { title: rest, type, people: [] };
  // pretalx always writes them, also where there is nobody, and with commas between.
  const last = [...rest.matchAll(/\s-(?:\s|$)/gu)].at(-1);
  if (last === undefined) return { title: rest, type, people: [] };
  const names = rest.slice(last.index + last[0].length).split(/,\s/u);
  return { title: rest.slice(0, last.index), type, people: names.flatMap(named) };
}

function named(name: string | string[] | undefined): FoundPerson[] {
  return typeof name === 'string' && name.trim() !== '' ? [{ ...NOBODY, name }] : [];
}

function whenOf(event: ICAL.Component, name: string, remarks: Remarks): When | null {
  const property = event.getFirstProperty(name);
  if (property === null) return null;
  const value = valueOf(property);
  if (!(value instanceof ICAL.Time)) return null;
  const local = localOf(value);
  if (local === null) return null;
  if (value.zone === ICAL.Timezone.utcTimezone)
    return { is: 'at', at: Date.parse(`${local}Z`), offset: '+00:00' };
  const tzid = property.getParameter('tzid');
  if (typeof tzid !== 'string') return { is: 'local', local, zone: null };
  const zone = zoneNamed(tzid);
  if (zone !== null) return { is: 'local', local, zone };
  return byDefinition(value, event, tzid) ?? unknownZone(local, tzid, remarks);
}

/** Outlook's zones ("W. Europe Standard Time") are known by the rules that the file brings along. */
function byDefinition(time: ICAL.Time, event: ICAL.Component, tzid: string): When | null {
  const rules = event.parent?.getAllSubcomponents('vtimezone').find((one) => textOf(one, 'tzid') === tzid);
  if (rules === undefined) return null;
  const placed = time.clone();
  placed.zone = new ICAL.Timezone({ component: rules, tzid });
  const at = placed.toUnixTime() * 1000;
  const minutes = placed.utcOffset() / 60;
  if (!Number.isFinite(at) || !Number.isFinite(minutes)) return null;
  return { is: 'at', at, offset: offsetOf(Math.trunc(minutes)) };
}

function unknownZone(local: string, zone: string, remarks: Remarks): When {
  remarks.add('unknown-zone', null, { zone });
  return { is: 'local', local, zone: null };
}

function localOf({ year, month, day, hour, minute, second }: ICAL.Time): string | null {
  const two = (value: number): string => String(value).padStart(2, '0');
  const local = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:${two(second)}`;
  const ms = Date.parse(`${local}Z`);
  return Number.isNaN(ms) || year < 1900 ? null : new Date(ms).toISOString().slice(0, 19);
}

function lengthOf(event: ICAL.Component): number | null {
  const property = event.getFirstProperty('duration');
  const value = property === null ? null : valueOf(property);
  return value instanceof ICAL.Duration ? Math.round(value.toSeconds() / 60) : null;
}
