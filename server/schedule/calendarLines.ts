import { ScheduleRefused } from './refused.js';
import type { Remarks } from './remarks.js';

/** A component of a calendar by the line it begins in, in the order of the file. */
export interface CalendarText {
  /** Lines that a strict parser takes. */
  text: string;
  /** Line of each VEVENT. */
  events: number[];
}

const FIELD = /^[\w-]+(?:[;:]|$)/u;
const BEGIN_END = /^(BEGIN|END)\s*:\s*([\w-]+)\s*$/iu;

/**
 * The calendar as it should have been written: a line that is no field goes on from the line before (some programs break
 * lines inside a text), a bare name is dropped, and what begins must end.
 */
export function calendarLines(text: string, remarks: Remarks): CalendarText {
  const lines: string[] = [];
  const events: number[] = [];
  const open: { name: string; line: number }[] = [];
  for (const [at, raw] of text.split(/\r\n|\n|\r/u).entries()) {
    const place = `line ${at + 1}`;
    const [, verb, name = ''] = BEGIN_END.exec(raw) ?? [];
    if (verb?.toUpperCase() === 'BEGIN') {
      open.push({ name: name.toUpperCase(), line: at + 1 });
      if (name.toUpperCase() === 'VEVENT') events.push(at + 1);
      if (open.length > 8) throw new ScheduleRefused('too-deep', place, { most: 8 });
    } else if (verb !== undefined) {
      const last = open.pop();
      if (last?.name !== name.toUpperCase()) {
        throw new ScheduleRefused('calendar-broken', place, {
          problem:
            last === undefined
              ? `${name} ends and did not begin`
              : `${last.name} of line ${last.line} does not end before ${name} does`,
        });
      }
    }
    add(lines, verb === undefined ? raw : raw.replace(/\s/gu, ''), place, remarks);
  }
  const last = open.at(-1);
  if (last !== undefined) {
    throw new ScheduleRefused('calendar-broken', `line ${last.line}`, {
      problem: `${last.name} begins here and does not end`,
    });
  }
  return { text: lines.join('\r\n'), events };
}

function add(lines: string[], raw: string, place: string, remarks: Remarks): void {
  if (raw.trim() === '') return;
  const before = lines.at(-1);
  const isBare = FIELD.test(raw) && /[;:]/u.test(raw);
  if (/^[ \t]/u.test(raw) || isBare || before === undefined) lines.push(raw);
  else {
    remarks.add('line-joined', place, {});
    lines.push(` \\n${raw}`);
  }
}
