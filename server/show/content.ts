import type { Content } from '../protocol/commands.js';
import type { Guest, Instance, State } from '../protocol/slices.js';
import { Refusal } from './refusal.js';
import { strapPlaceNow } from './strapPlace.js';

/** The graphic that names guests; the id in its OGraf manifest. */
const LOWER_THIRD = 'showfloor.lower-third';

/**
 * What a graphic will say and where, from what the page asked for: texts and place are read here and now, never taken
 * from the page.
 * @throws Refusal `guest-gone`
 */
export function resolve(
  state: Readonly<Partial<State>>,
  content: Content,
): Pick<Instance, 'graphic' | 'data' | 'guestIds'> {
  const people = content.guestIds.map((id) => {
    const guest: Guest | undefined = state[`guest:${id}`];
    if (guest === undefined) throw new Refusal('guest-gone');
    const { name, pronouns, title, organisation } = guest;
    return { name, pronouns, title, organisation };
  });
  return { graphic: LOWER_THIRD, data: { people, place: strapPlaceNow(state) }, guestIds: content.guestIds };
}
