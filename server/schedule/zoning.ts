import type { ScheduleOptions, ScheduleZone } from '../protocol/schedule.js';
import type { Found, FoundSession } from './found.js';
import { ScheduleNeeds, ScheduleRefused } from './refused.js';
import type { Remarks } from './remarks.js';
import type { When } from './times.js';
import { offsetIn, zoneNamed, zoneOfCity } from './zones.js';

/** The zone by which the days of this schedule go. Asked for goes before the file's, and that before the show's. */
export function zoneOf(found: Found, options: ScheduleOptions, remarks: Remarks): ScheduleZone {
  const asked = options.zone === null ? null : zoneOrRefuse(options.zone);
  const said = found.zone === null ? null : zoneNamed(found.zone);
  if (found.zone !== null && said === null) remarks.add('unknown-zone', null, { zone: found.zone });
  if (asked !== null) {
    if (said !== null && said !== asked) remarks.add('zone-overridden', null, { file: said });
    return { id: asked, from: 'asked' };
  }
  const whens = found.sessions.flatMap(({ start }) => (start === null ? [] : [start]));
  if (said !== null) {
    contradicted(said, whens, remarks);
    return { id: said, from: 'file' };
  }
  if (options.showZone !== null) return { id: zoneOrRefuse(options.showZone), from: 'show' };
  const named = mostOf(whens.map((when) => (when.is === 'local' ? when.zone : null)));
  if (named !== null) return { id: named, from: 'file' };
  const local = found.sessions.find(({ start }) => start?.is === 'local');
  if (local !== undefined) throw zoneNeeded(found, local);
  if (whens.length === 0) return { id: 'UTC', from: 'offsets' };
  const id = zoneOfOffset(mostOf(whens.map((when) => (when.is === 'at' ? when.offset : null))));
  remarks.add('zone-from-offsets', null, { zone: id });
  return { id, from: 'offsets' };
}

function zoneOrRefuse(name: string): string {
  const zone = zoneNamed(name);
  if (zone !== null) return zone;
  const instead = zoneOfCity(name);
  throw new ScheduleRefused('bad-zone', null, { zone: name, ...(instead === null ? {} : { instead }) });
}

function zoneNeeded(found: Found, local: FoundSession): ScheduleNeeds {
  const start = local.start?.is === 'local' ? local.start.local.replace('T', ' ').slice(0, 16) : null;
  const suggestion = found.city === null ? null : zoneOfCity(found.city);
  return new ScheduleNeeds('zone', suggestion, start === null ? {} : { example: start }, found);
}

/** pretalx of some years says UTC while its times carry the event's own offset. */
function contradicted(zone: string, whens: readonly When[], remarks: Remarks): void {
  const odd = whens.filter(
    (when) => when.is === 'at' && when.offset !== '+00:00' && offsetIn(zone, when.at) !== when.offset,
  );
  const offset = mostOf(odd.map((when) => (when.is === 'at' ? when.offset : null)));
  if (offset !== null) remarks.add('zone-contradicted', null, { file: zone, offset });
}

function zoneOfOffset(offset: string | null): string {
  return offset === null || offset === '+00:00' ? 'UTC' : offset;
}

function mostOf(values: readonly (string | null)[]): string | null {
  const counts = new Map<string, number>();
  for (const value of values) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most?.[0] ?? null;
}
