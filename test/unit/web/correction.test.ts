import { describe, expect, it } from 'vitest';
import type { Instance, StrapPerson } from '../../../server/protocol/slices.js';
import { correctionsOf } from '../../../web/names/correction.js';
import { inOrder } from '../../../web/names/guestOrder.js';

const person = (name: string, rest: Partial<StrapPerson> = {}): StrapPerson => ({
  name,
  pronouns: '',
  title: '',
  organisation: '',
  ...rest,
});

const onAir: Instance = {
  instanceId: 'instance',
  graphic: 'graphic',
  data: { people: [person('Ada Lovelaec'), person('Grace')], place: { align: 'left', raised: false } },
  guestIds: ['ada', 'grace'],
  revision: 0,
  cut: false,
  autoOffMs: null,
  offAt: null,
};

const listOf = (people: Record<string, StrapPerson>) => (guestId: string) => people[guestId];

describe('correcting what is on air', () => {
  it('is offered for a name that reads otherwise there, with both readings', () => {
    const list = listOf({ ada: person('Ada Lovelace'), grace: person('Grace') });
    expect(correctionsOf(onAir, list)).toEqual([
      { from: person('Ada Lovelaec'), to: person('Ada Lovelace') },
    ]);
  });

  it('tells of everybody whom it would change, also of who was edited before', () => {
    const list = listOf({ ada: person('Ada'), grace: person('Grace', { title: 'Admiral' }) });
    expect(correctionsOf(onAir, list).map(({ to }) => to.name)).toEqual(['Ada', 'Grace']);
  });

  it('is not offered where only spaces differ, or where nothing does', () => {
    const list = listOf({ ada: person(' Ada  Lovelaec '), grace: person('Grace') });
    expect(correctionsOf(onAir, list)).toEqual([]);
  });

  it('leaves out who is no longer in the list', () => {
    expect(correctionsOf(onAir, listOf({ grace: person('Grace') }))).toEqual([]);
  });
});

describe('the list of guests', () => {
  it('has the host first, and the others as they were added', () => {
    const guest = (id: string, part: 'host' | 'guest', addedAt: number) => ({
      ...person(id),
      id,
      part,
      addedAt,
    });
    const guests = [guest('ada', 'guest', 1), guest('grace', 'guest', 2), guest('me', 'host', 3)];
    expect(inOrder(guests).map(({ id }) => id)).toEqual(['me', 'ada', 'grace']);
  });
});
