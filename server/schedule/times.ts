/**
 * A moment as a file gives it: `at` is settled (ms since 1970; `offset` as it stood there), `local` is what a clock
 * shows (`2026-06-12T09:00:00`) in the zone that it names, or in that of the whole file.
 */
export type When =
  { is: 'at'; at: number; offset: string | null } | { is: 'local'; local: string; zone: string | null };

const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?)?\s*(Z|UTC|[+-]\d{2}(?::?\d{2})?)?$/iu;

/** Of ISO 8601, with an offset or without; null when it is none, or a day or time that does not exist. */
export function momentOf(text: string): When | null {
  const match = ISO.exec(text.trim());
  if (match === null) return null;
  const [, year = '', month = '', day = '', hour = '00', minute = '00', second = '00', zone] = match;
  const date = dayOf(Number(year), Number(month), Number(day));
  const isTime = Number(hour) < 24 && Number(minute) < 60 && Number(second) < 61;
  if (date === null || !isTime) return null;
  const local = `${date}T${hour}:${minute}:${second === '60' ? '59' : second}`;
  if (zone === undefined) return { is: 'local', local, zone: null };
  const minutes = offsetMinutes(zone);
  if (minutes === null) return null;
  return { is: 'at', at: Date.parse(`${local}Z`) - minutes * 60_000, offset: offsetOf(minutes) };
}

/** `+02:00` of minutes. */
export function offsetOf(minutes: number): string {
  const [hour, minute] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${minutes < 0 ? '-' : '+'}${two(hour)}:${two(minute)}`;
}

/** `2026-06-12` of its parts; null when there is no such day. */
export function dayOf(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1;
  return exists && date.getUTCDate() === day && year >= 1900 ? date.toISOString().slice(0, 10) : null;
}

export function plusDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** A local time so many minutes after the midnight with which that day begins. */
export function localAt(day: string, minutes: number): When {
  const date = plusDays(day, Math.floor(minutes / 1440));
  const left = ((minutes % 1440) + 1440) % 1440;
  return {
    is: 'local',
    local: `${date}T${two(Math.floor(left / 60))}:${two(Math.floor(left % 60))}:00`,
    zone: null,
  };
}

/** Minutes after midnight of `9:30`, `09.30`, `9h30`, `9:30 pm`, `9am`, `0930`, `24:00`; null when it is no time of day. */
export function clockOf(text: string): number | null {
  const match =
    /^(\d{1,2})(?:\s*[:.h]\s*(\d{2})(?::\d{2})?|h)?\s*(?:(a|p)\.?\s?m\.?|uhr|h)?$/iu.exec(text.trim()) ??
    /^(\d{2})(\d{2})$/u.exec(text.trim());
  if (match === null || /^\d{1,2}$/u.test(text.trim())) return null;
  const [, hourText = '', minuteText = '0', half] = match;
  const minute = Number(minuteText);
  let hour = Number(hourText);
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return null;
    hour = (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  }
  const all = hour * 60 + minute;
  return minute < 60 && all <= 1440 ? all : null;
}

/** Minutes of `0:30`, `00:30:00`, `90`, `90 min`, `1h30`, `1.5 h`, `PT1H30M`; null when it is no length. */
export function minutesOf(text: string): number | null {
  const said = text.trim().toLowerCase();
  const iso = /^p(?:(\d+)d)?(?:t(?:(\d+)h)?(?:(\d+)m)?(?:\d+s)?)?$/u.exec(said);
  if (iso !== null && said !== 'p') return sum(iso[1], iso[2], iso[3]);
  const clock = /^(\d+):(\d{2})(?::\d{2})?$/u.exec(said);
  if (clock !== null) return sum('0', clock[1], clock[2]);
  const words =
    /^(?:(\d+(?:[.,]\d+)?)\s*(?:h|hours?|hrs?|stunden?|std\.?))?\s*(?:(\d+)\s*(?:m|min|mins|minutes?|minuten|')?\.?)?$/u.exec(
      said,
    );
  if (words === null || said === '') return null;
  return Math.round(Number((words[1] ?? '0').replace(',', '.')) * 60) + Number(words[2] ?? 0);
}

function sum(days: string | undefined, hours: string | undefined, minutes: string | undefined): number {
  return Number(days ?? 0) * 1440 + Number(hours ?? 0) * 60 + Number(minutes ?? 0);
}

function offsetMinutes(zone: string): number | null {
  if (/^(?:z|utc)$/iu.test(zone)) return 0;
  const [, sign, hour = '', minute = '00'] = /^([+-])(\d{2}):?(\d{2})?$/u.exec(zone) ?? [];
  const minutes = Number(hour) * 60 + Number(minute);
  return minutes <= 18 * 60 ? minutes * (sign === '-' ? -1 : 1) : null;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
