import { Temporal } from 'temporal-polyfill';
import { offsetOf } from './times.js';

/** The zone by the name that Node knows it by, an offset as `+02:00`; null for what is neither. */
export function zoneNamed(name: string): string | null {
  const known = KNOWN.get(name);
  if (known !== undefined) return known;
  const zone = asNodeKnows(name.trim());
  if (KNOWN.size < 1000) KNOWN.set(name, zone);
  return zone;
}

/** Asking Node takes half a millisecond, and in a calendar each event names its zone. */
const KNOWN = new Map<string, string | null>();

function asNodeKnows(said: string): string | null {
  if (/^[+-]\d{2}:\d{2}$/u.test(said)) return Number(said.slice(1, 3)) <= 18 ? said : null;
  // Node takes abbreviations too ("EST", "CET"), which are not what they seem to be in summer.
  if (!said.includes('/') && !/^(?:utc|gmt|z)$/iu.test(said)) return null;
  try {
    const asked = /^z$/iu.test(said) ? 'UTC' : said;
    const known = new Intl.DateTimeFormat('en', { timeZone: asked }).resolvedOptions().timeZone;
    // A zone that was renamed keeps the name that it was called by here: Node may know it by the older one.
    return known.toLowerCase() === asked.toLowerCase() ? known : asked;
  } catch {
    return null;
  }
}

/** The zone that is named after this city; null when none is. */
export function zoneOfCity(city: string): string | null {
  const wanted = city.trim().toLowerCase().replace(/\s+/gu, '_');
  const zones = Intl.supportedValuesOf('timeZone');
  return zones.find((zone) => zone.toLowerCase().endsWith(`/${wanted}`)) ?? null;
}

/** The moment at which clocks of the zone show this time, and what is odd about it. */
export interface Moment {
  at: number;
  odd: 'in-gap' | 'twice-that-day' | null;
}

/** A clock time as a moment. In a gap it is read as if clocks had not gone forward yet; of two the first is taken. */
export function momentIn(zone: string, local: string): Moment {
  const plain = Temporal.PlainDateTime.from(local);
  const zoned = plain.toZonedDateTime(zone, { disambiguation: 'compatible' });
  const at = zoned.epochMilliseconds;
  if (!zoned.toPlainDateTime().equals(plain)) return { at, odd: 'in-gap' };
  const other = plain.toZonedDateTime(zone, { disambiguation: 'later' }).epochMilliseconds;
  return { at, odd: other === at ? null : 'twice-that-day' };
}

/** The day that it is there, when days change so many minutes after midnight. */
export function dayIn(zone: string, at: number, dayChange: number): string {
  return Temporal.Instant.fromEpochMilliseconds(at - dayChange * 60_000)
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .toString();
}

/** What clocks there show, as `09:30`. */
export function clockIn(zone: string, at: number): string {
  return Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(zone)
    .toPlainTime()
    .toString()
    .slice(0, 5);
}

/** How far clocks there are from UTC at that moment, as `+02:00`. */
export function offsetIn(zone: string, at: number): string {
  const { offsetNanoseconds } = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  return offsetOf(Math.round(offsetNanoseconds / 60e9));
}
