/** What frab's family of formats has in common, in JSON and in XML. */
import { clockOf, localAt, minutesOf, momentOf, plusDays, type When } from './times.js';

/** Minutes of `0:30`, `26:00`, and `1:02:00` (days first, as pretalx writes them) or `00:25:00` (seconds last). */
export function lengthOf(text: string | null): number | null {
  if (text === null) return null;
  const [, days, hours, minutes] = /^(\d):(\d{2}):(\d{2})$/u.exec(text.trim()) ?? [];
  if (days === undefined) return minutesOf(text);
  return Number(days) * 1440 + Number(hours) * 60 + Number(minutes);
}

/** Its own date, which is right; else its clock time on the day that it stands under, or in the night after it. */
export function startOf(
  date: string | null,
  clock: string | null,
  day: string | null,
  dayChange: number | null,
): { start: When | null; badTime: string | null } {
  const own = date === null ? null : momentOf(date);
  if (own !== null) return { start: own, badTime: null };
  const full = clock === null ? null : momentOf(clock);
  if (full !== null) return { start: full, badTime: null };
  const minutes = clock === null ? null : clockOf(clock);
  if (minutes === null || day === null) return { start: null, badTime: date ?? clock };
  return { start: localAt(day, minutes < (dayChange ?? 0) ? minutes + 1440 : minutes), badTime: null };
}

/** `2026-06-12` out of a day's date, which some write with a time. */
export function dateOf(text: string | null): string | null {
  return /^\d{4}-\d{2}-\d{2}/u.exec(text ?? '')?.[0] ?? null;
}

/**
 * When days change there, by the first that ends after midnight (`2014-12-28T04:00:00+01:00`, in pretalx a minute before
 * the next begins), in minutes after midnight; null where days end before.
 */
export function dayEndOf(date: string | null, end: string | null): number | null {
  const clock = /T(\d{2}:\d{2})/u.exec(end ?? '')?.[1];
  if (clock === undefined || date === null || dateOf(end) !== plusDays(date, 1)) return null;
  const minutes = clockOf(clock);
  return minutes === null || minutes > 720 ? null : Math.ceil(minutes / 60) * 60;
}

/** When a day that begins then (`2014-12-27T11:00:00+01:00`) begins, in minutes after midnight of its own clocks. */
export function dayChangeOf(start: string | null): number | null {
  const clock = /T(\d{2}:\d{2})/u.exec(start ?? '')?.[1];
  return clock === undefined ? null : clockOf(clock);
}
