import type { Schedule, ScheduleRead, ScheduleSession, ScheduleTable } from '../protocol/schedule.js';
import { clockIn } from './zones.js';

/** Sessions that are listed when no room was asked for: enough to see whether it is the right file. */
const LISTED = 12;

/** What is in one room, by its name; what is not read stays as it is. */
export function inRoom(outcome: ScheduleRead, room: string | null): ScheduleRead {
  if (outcome.is !== 'read' || room === null) return outcome;
  const { schedule } = outcome;
  const wanted = room.trim().toLowerCase();
  const sessions = schedule.sessions.filter(({ rooms }) =>
    rooms.some((name) => name.toLowerCase() === wanted),
  );
  const seats = sessions.flatMap((session) => [session, ...session.parts]).flatMap(({ people }) => people);
  const keys = new Set(seats.map(({ person }) => person));
  const people = schedule.people.filter(({ key }) => keys.has(key));
  const rooms = schedule.rooms.filter(({ name }) => name.toLowerCase() === wanted);
  return { ...outcome, schedule: { ...schedule, sessions, people, rooms } };
}

/** What a file holds, for a person at a terminal. */
export function summary(outcome: ScheduleRead): string {
  if (outcome.is === 'read')
    return [
      ...headOf(outcome.schedule),
      ...sessionsOf(outcome.schedule),
      ...remarksOf(outcome.schedule),
    ].join('\n');
  if (outcome.is === 'refused')
    return [outcome.message, ...(outcome.place === null ? [] : [`Where: ${outcome.place}`])].join('\n');
  return [outcome.message, ...(outcome.table === null ? [] : columnsOf(outcome.table))].join('\n');
}

const ZONE_FROM: Record<Schedule['zone']['from'], string> = {
  asked: 'as asked',
  file: 'says the file',
  show: 'the show’s',
  offsets: 'by the offsets of its times',
};

function headOf(schedule: Schedule): string[] {
  const { format, title, version, zone, sessions, rooms, people, sponsors } = schedule;
  const parts = sessions.reduce((sum, session) => sum + session.parts.length, 0);
  const days = countOf(sessions.map(({ day }) => day ?? 'unscheduled'));
  const unrecorded = sessions.filter(({ doNotRecord }) => doNotRecord === true).length;
  return [
    `${title ?? 'A schedule'} (${format}${version === null ? '' : `, ${version}`})`,
    `${count(sessions.length, 'session')}${parts > 0 ? ` and ${parts} within them` : ''}, ${count(rooms.length, 'room')}, ${count(people.length, 'person', 'people')}; zone ${zone.id}, ${ZONE_FROM[zone.from]}`,
    `Days: ${[...days]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([day, number]) => `${day} (${number})`)
      .join(', ')}`,
    ...(rooms.length > 0 ? [`Rooms: ${rooms.map((room) => room.name).join(', ')}`] : []),
    ...(unrecorded > 0 ? [`Not to be recorded: ${unrecorded}`] : []),
    ...(sponsors.length > 0 ? [`Sponsors: ${sponsors.length}`] : []),
  ];
}

function sessionsOf(schedule: Schedule): string[] {
  const names = new Map(schedule.people.map(({ key, name }) => [key, name]));
  const inTime = schedule.sessions.toSorted((a, b) => (a.start ?? Infinity) - (b.start ?? Infinity));
  const listed = schedule.rooms.length === 1 ? inTime : inTime.slice(0, LISTED);
  const more = inTime.length - listed.length;
  return [
    '',
    ...listed.map((session) => lineOf(session, schedule.zone.id, names)),
    ...(more > 0 ? [`… and ${more} more; --room NAME lists one room, --json all`] : []),
  ];
}

function lineOf(session: ScheduleSession, zone: string, names: ReadonlyMap<string, string>): string {
  const { start, end, day, title, people, rooms } = session;
  const time =
    start === null || end === null
      ? 'unscheduled'
      : `${day ?? ''} ${clockIn(zone, start)}-${clockIn(zone, end)}`;
  const who = people.map(({ person }) => names.get(person) ?? person).join(', ');
  const notes = [
    ...(session.isCancelled ? ['CANCELLED'] : []),
    ...(session.doNotRecord === true ? ['DO NOT RECORD'] : []),
  ];
  return [time, rooms.join(' + '), title, who, ...notes].filter((part) => part !== '').join('  ');
}

function remarksOf({ remarks }: Schedule): string[] {
  if (remarks.length === 0) return [];
  const lines = remarks.map(({ message, count: times, places }) => {
    const where = places.length === 0 ? '' : ` (${places.join('; ')}${times > places.length ? '; …' : ''})`;
    return `- ${times > 1 ? `${times} times: ` : ''}${message}${where}`;
  });
  return ['', 'Look at:', ...lines];
}

function columnsOf({ columns, sheet, rows }: ScheduleTable): string[] {
  const lines = columns.map(({ heading, means, confidence }, at) => {
    const example = rows.map((row) => row[at] ?? '').find((cell) => cell !== '') ?? '';
    return `${at + 1}. ${heading || 'no heading'}: ${means === null ? 'not used' : `${means} (${confidence ?? ''})`}, as in “${example}”`;
  });
  return ['', `Columns${sheet === null ? '' : ` of the sheet “${sheet}”`}:`, ...lines];
}

function countOf(values: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

function count(number: number, one: string, many: string = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
