import { readFileSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { ScheduleField, ScheduleOptions, ScheduleRead } from '../server/protocol/schedule.js';
import { read } from '../server/schedule/read.js';
import { inRoom, summary } from '../server/schedule/summary.js';
import { BadOption, failWith, integer, word } from './commandLine.js';

// `npm run schedule -- FILE`: what a file holds, or why it is refused. It needs no server and changes nothing.

const FIELDS: Record<ScheduleField, true> = {
  title: true,
  subtitle: true,
  date: true,
  start: true,
  end: true,
  duration: true,
  room: true,
  type: true,
  track: true,
  language: true,
  description: true,
  id: true,
  url: true,
  'do-not-record': true,
  licence: true,
  people: true,
  'person-title': true,
  organisation: true,
  pronouns: true,
  handle: true,
};

/** Beyond this a file is not even loaded; what the readers take is less. */
const LOADED = 1_073_741_824;

try {
  const { file, room, asJson, options } = readOptions(process.argv.slice(2));
  const outcome = only(await read(contentOf(file), options), room);
  console.log(asJson ? JSON.stringify(outcome, null, 2) : summary(outcome));
  if (outcome.is !== 'read') process.exitCode = 1;
} catch (error) {
  failWith(error);
}

function only(outcome: ScheduleRead, room: string | null): ScheduleRead {
  const filtered = inRoom(outcome, room);
  if (outcome.is === 'read' && filtered.is === 'read' && filtered.schedule.sessions.length === 0) {
    const rooms = outcome.schedule.rooms.map(({ name }) => name).join(', ') || 'it names none';
    throw new BadOption(`There is nothing in a room "${room ?? ''}". The rooms are: ${rooms}.`);
  }
  return filtered;
}

function contentOf(file: string): Uint8Array {
  if (file === '-') return readFileSync(0);
  const stat = statSync(file, { throwIfNoEntry: false });
  if (stat === undefined || stat.isDirectory()) throw new BadOption(`There is no file “${file}”.`);
  // Its size is what is wrong with it, and is said without its content.
  return stat.size > LOADED ? new Uint8Array(LOADED) : readFileSync(file);
}

function readOptions(args: string[]): {
  file: string;
  room: string | null;
  asJson: boolean;
  options: ScheduleOptions;
} {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      zone: { type: 'string' },
      room: { type: 'string' },
      json: { type: 'boolean', default: false },
      'day-change': { type: 'string' },
      'first-day': { type: 'string' },
      'date-order': { type: 'string' },
      column: { type: 'string', multiple: true, default: [] },
      sheet: { type: 'string' },
      minutes: { type: 'string', default: '30' },
    },
  });
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0) {
    throw new BadOption('Usage: npm run schedule -- FILE [--zone ZONE] [--room ROOM] [--json]');
  }
  const change = values['day-change'];
  const order = values['date-order'];
  return {
    file,
    room: values.room ?? null,
    asJson: values.json,
    options: {
      zone: values.zone ?? null,
      showZone: null,
      dayChange: change === undefined ? null : integer('--day-change', change, 0, 12) * 60,
      firstDay: values['first-day'] ?? null,
      dateOrder:
        order === undefined ? null : word('--date-order', order, ['day-first', 'month-first'] as const),
      columns: Object.fromEntries(values.column.map(columnOf)),
      sheet: values.sheet ?? null,
      defaultMinutes: integer('--minutes', values.minutes, 1, 600),
    },
  };
}

/** `title=Talk`, `start=2`. */
function columnOf(text: string): [ScheduleField, string] {
  const [field = '', ...column] = text.split('=');
  if (column.length === 0) throw new BadOption(`--column takes MEANING=HEADING, not "${text}".`);
  // The keys of a record that has them all.
  const fields = Object.keys(FIELDS) as ScheduleField[];
  return [word('--column', field, fields), column.join('=')];
}
