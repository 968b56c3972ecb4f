import { randomUUID } from 'node:crypto';
import { PLAIN_PLACE } from '../../server/protocol/codes.js';
import type { Instance, StrapPerson } from '../../server/protocol/slices.js';

export function person(name: string, rest: Partial<StrapPerson> = {}): StrapPerson {
  return { name, pronouns: '', title: '', organisation: '', ...rest };
}

/** One showing of these people. */
export function instanceOf(people: StrapPerson[], rest: Partial<Instance> = {}): Instance {
  return {
    instanceId: randomUUID(),
    graphic: 'showfloor.lower-third',
    data: { people, place: PLAIN_PLACE },
    guestIds: people.map(() => randomUUID()),
    revision: 0,
    cut: false,
    autoOffMs: null,
    offAt: null,
    ...rest,
  };
}
