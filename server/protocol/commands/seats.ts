import { z } from 'zod';
import { MAX_STRAP_GUESTS } from '../codes.js';
import { CONTROL, nothing, rule, uuid } from './rule.js';

const isDistinct = (ids: string[]) => new Set(ids).size === ids.length;

export const SEATS_COMMANDS = {
  /** All seats at once, from the left as the viewer sees them. */
  'seats.set': rule({
    class: 'live',
    roles: CONTROL,
    params: z.strictObject({
      guestIds: z.array(uuid).max(MAX_STRAP_GUESTS).refine(isDistinct, 'seats somebody twice'),
    }),
    expect: nothing,
  }),
} as const;
