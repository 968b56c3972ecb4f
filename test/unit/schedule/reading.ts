import { expect } from 'vitest';
import type { Schedule, ScheduleOptions, ScheduleRead } from '../../../server/protocol/schedule.js';
import { read } from '../../../server/schedule/read.js';
import { clockIn } from '../../../server/schedule/zones.js';

const NOTHING_SAID: ScheduleOptions = {
  zone: null,
  showZone: null,
  dayChange: null,
  firstDay: null,
  dateOrder: null,
  columns: {},
  sheet: null,
  defaultMinutes: 30,
};

/** Bytes, a text, or a value that is written as JSON. */
export type Content = Uint8Array | string | object;

/** What the reader says of it, with these answers to what it leaves open. */
export function outcomeOf(content: Content, said: Partial<ScheduleOptions> = {}): Promise<ScheduleRead> {
  return read(bytesOf(content), { ...NOTHING_SAID, ...said });
}

/** The schedule that it holds; fails when it is not read. */
export async function scheduleIn(content: Content, said: Partial<ScheduleOptions> = {}): Promise<Schedule> {
  const outcome = await outcomeOf(content, said);
  if (outcome.is !== 'read') expect.fail(`${outcome.is}: ${outcome.message}`);
  return outcome.schedule;
}

/** Its sessions as a crew would say them: `06-12 09:00-09:30 Title (Ada, Grace) in Room`. */
export async function programmeOf(content: Content, said: Partial<ScheduleOptions> = {}): Promise<string[]> {
  const { sessions, people, zone } = await scheduleIn(content, said);
  const names = new Map(people.map(({ key, name }) => [key, name]));
  return sessions.map(({ day, start, end, title, rooms, people: seats }) => {
    const time =
      start === null || end === null
        ? 'some time'
        : `${day?.slice(5) ?? ''} ${clockIn(zone.id, start)}-${clockIn(zone.id, end)}`;
    const who = seats.length === 0 ? '' : ` (${seats.map(({ person }) => names.get(person)).join(', ')})`;
    return `${time} ${title}${who}${rooms.length === 0 ? '' : ` in ${rooms.join(' and ')}`}`;
  });
}

/** Codes of what should be looked at. */
export async function remarksOn(content: Content, said: Partial<ScheduleOptions> = {}): Promise<string[]> {
  return (await scheduleIn(content, said)).remarks.map(({ code }) => code);
}

/** Why it is refused, and where; fails when it is not. */
export async function refusalOf(content: Content, said: Partial<ScheduleOptions> = {}): Promise<string> {
  const outcome = await outcomeOf(content, said);
  if (outcome.is !== 'refused') expect.fail(`${outcome.is}, and not refused`);
  expect(outcome.message).toMatch(/Nothing was imported/u);
  return `${outcome.code}${outcome.place === null ? '' : ` at ${outcome.place}`}`;
}

function bytesOf(content: Content): Uint8Array {
  if (content instanceof Uint8Array) return content;
  return new TextEncoder().encode(typeof content === 'string' ? content : JSON.stringify(content));
}
