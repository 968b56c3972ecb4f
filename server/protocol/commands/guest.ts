import { z } from 'zod';
import { GUEST_LIMITS, PARTS } from '../codes.js';
import { CONTROL, nothing, rule, uuid } from './rule.js';
import { isVisible, line } from './text.js';

const guest = {
  guestId: uuid,
  name: line(GUEST_LIMITS.name).refine(isVisible, 'is empty'),
  pronouns: line(GUEST_LIMITS.pronouns),
  title: line(GUEST_LIMITS.title),
  organisation: line(GUEST_LIMITS.organisation),
  part: z.enum(PARTS),
};

export const GUEST_COMMANDS = {
  'guest.add': rule({
    class: 'log',
    roles: CONTROL,
    params: z.strictObject(guest),
    expect: nothing,
  }),
  'guest.change': rule({
    class: 'log',
    roles: CONTROL,
    params: z.strictObject(guest),
    expect: nothing,
  }),
  'guest.remove': rule({
    class: 'log',
    roles: CONTROL,
    params: z.strictObject({ guestId: uuid }),
    expect: nothing,
  }),
} as const;
