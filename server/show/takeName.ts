import type { Guest, State, Take } from '../protocol/slices.js';
import { fileWords } from './fileWords.js';
import { itemsOf } from './items.js';

type Readable = Readonly<Partial<State>>;

/** Room for who it is of, in bytes: with a long folder Windows' 260 characters still hold the whole path. */
const MAX_BYTES = 90;
const NOBODY = 'Take';

/**
 * What the recording that begins now is called: `2026-11-25 14-03 Ada Lovelace 01`, by the server's wall clock. The
 * number counts the day's takes of the same people; no two takes share a name, whatever letters a file system tells
 * apart.
 */
export function takeName(state: Readable, at: number): NonNullable<Take['named']> {
  const about = aboutOf(state);
  const when = new Date(at);
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${when.getFullYear()}-${two(when.getMonth() + 1)}-${two(when.getDate())}`;
  const start = `${day} ${two(when.getHours())}-${two(when.getMinutes())} ${about}`;
  const named = itemsOf(state, 'take').flatMap((take) => take.named ?? []);
  const taken = new Set(named.map(({ file }) => file.toLowerCase()));
  const numbers = named.filter((it) => it.about === about && it.file.startsWith(day)).map((it) => it.number);
  let number = Math.max(0, ...numbers) + 1;
  while (taken.has(`${start} ${two(number)}`.toLowerCase())) number += 1;
  return { file: `${start} ${two(number)}`, about, number };
}

function aboutOf(state: Readable): string {
  const people = whoBegins(state).flatMap((id): Guest[] => {
    const guest = state[`guest:${id}`];
    return guest === undefined ? [] : [guest];
  });
  // The host is in most of them, and tells them apart in none.
  const guests = people.filter(({ part }) => part === 'guest');
  const names = (guests.length > 0 ? guests : people).map(({ name }) => name).join(', ');
  const tag = state.mode?.mode === 'rehearsal' ? 'Rehearsal ' : '';
  return `${tag}${fileWords(names, MAX_BYTES) || NOBODY}`;
}

/** Who is armed comes next, and a recording is of what comes; else who is named on air, else who sits there. */
function whoBegins(state: Readable): readonly string[] {
  const names = state['wanted:lower-third'];
  const ids = names?.armed?.guestIds ?? names?.onAir?.guestIds;
  return ids ?? state.seats?.guestIds ?? [];
}
