import type { SchedulePerson, ScheduleSession } from '../protocol/schedule.js';
import type { FoundPerson } from './found.js';
import { plainLine, plainText } from './plainText.js';
import { cutLine, cutText } from './cut.js';
import type { Remarks } from './remarks.js';

/** Everybody of a schedule, once each: by the source's id, else by the name. */
export class People {
  readonly #byKey = new Map<string, SchedulePerson>();

  constructor(readonly remarks: Remarks) {}

  /** The seats of a session; who has no name is left out. */
  of(found: readonly FoundPerson[], place: string): ScheduleSession['people'] {
    const seats = new Map<string, ScheduleSession['people'][number]>();
    for (const person of found) {
      const key = this.#keyOf(person, place);
      if (key === null) this.remarks.add('unknown-person', place, {});
      else if (!seats.has(key)) seats.set(key, { person: key, part: person.part });
    }
    return [...seats.values()];
  }

  list(): SchedulePerson[] {
    return [...this.#byKey.values()];
  }

  #keyOf(found: FoundPerson, place: string): string | null {
    const line = (text: string | null): string | null => {
      const clean = cutLine(plainLine(text), place, this.remarks);
      return clean === '' ? null : clean;
    };
    const name = line(found.name);
    if (name === null) return null;
    const key = found.sourceId === null ? `name:${name.toLowerCase()}` : `id:${found.sourceId}`;
    const before = this.#byKey.get(key);
    // Who stands in several rows may have the title in one of them only.
    this.#byKey.set(key, {
      key,
      sourceId: found.sourceId,
      name: before?.name ?? name,
      pronouns: before?.pronouns ?? line(found.pronouns),
      title: before?.title ?? line(found.title),
      organisation: before?.organisation ?? line(found.organisation),
      handle: before?.handle ?? line(found.handle),
      biography: before?.biography || cutText(plainText(found.biography), place, this.remarks),
      photoUrl: before?.photoUrl ?? line(found.photoUrl),
    });
    return key;
  }
}
