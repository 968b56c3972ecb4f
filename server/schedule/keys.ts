import { createHash } from 'node:crypto';
import type { FoundId } from './found.js';
import type { Remarks } from './remarks.js';

/** What a key is made of. */
export interface Keyed {
  place: string;
  id: FoundId | null;
  title: string;
  day: string | null;
  rooms: string[];
  start: number | null;
}

/**
 * Keys that are the same in the next edition of the schedule: by the source's id, and where the file has none by the
 * title. What shares that (an id used twice, "Lunch" on three days) is told apart by title, by day and room, and at last
 * by its order, so that a session which moves an hour keeps its key.
 */
export function keysOf(sessions: readonly Keyed[], remarks: Remarks): string[] {
  const steps: ((session: Keyed) => string)[] = [
    ({ id, title }) => (id === null ? `title:${hash(title.toLowerCase())}` : `${id.kind}:${id.value}`),
    ({ id, title }) => (id === null ? '' : `/${hash(title.toLowerCase())}`),
    ({ day, rooms }) => `/${day ?? ''}/${hash(rooms.join('|').toLowerCase())}`,
  ];
  let keys = sessions.map(() => '');
  let shared = sessions.map((_, at) => at);
  for (const [number, step] of steps.entries()) {
    const next = [...keys];
    for (const at of shared) {
      const session = sessions[at];
      if (session !== undefined) next[at] = `${keys[at] ?? ''}${step(session)}`;
    }
    keys = next;
    const counts = countOf(keys);
    shared = shared.filter((at) => (counts.get(keys[at] ?? '') ?? 0) > 1);
    if (number === 0) {
      for (const at of shared) {
        const session = sessions[at];
        if (session !== undefined && session.id !== null) remarks.add('same-id', session.place, {});
      }
    }
  }
  return inOrder(keys, sessions);
}

/** The second of those that still share a key is `#2`, by time. */
function inOrder(keys: readonly string[], sessions: readonly Keyed[]): string[] {
  const seen = new Map<string, number>();
  const numbered = [...keys];
  const byTime = keys.map((_, at) => at);
  byTime.sort((a, b) => (sessions[a]?.start ?? Infinity) - (sessions[b]?.start ?? Infinity) || a - b);
  for (const at of byTime) {
    const key = keys[at] ?? '';
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    if (count > 1) numbered[at] = `${key}#${count}`;
  }
  return numbered;
}

function countOf(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
