import type { Instance, StrapPerson } from '../../server/protocol/slices.js';
import { strapText } from './strap.js';

/** How one person reads on air, and how the person would read after `graphic.update`. */
export interface Correction {
  from: StrapPerson;
  to: StrapPerson;
}

/**
 * What an update of what is on air would change. It takes the texts of all its people as they are in the list, so each
 * of them is looked at; `personOf` answers undefined for somebody who is not in it.
 */
export function correctionsOf(
  onAir: Instance,
  personOf: (guestId: string) => StrapPerson | undefined,
): Correction[] {
  return onAir.data.people.flatMap((from, at) => {
    const to = personOf(onAir.guestIds[at] ?? '');
    return to === undefined || readsAs(from) === readsAs(to) ? [] : [{ from, to }];
  });
}

function readsAs(person: StrapPerson): string {
  const { name, pronouns, title, organisation } = person;
  return JSON.stringify(
    [name, pronouns, title, organisation].map((text) => strapText({ ...person, name: text }).name),
  );
}
