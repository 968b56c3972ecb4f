import { z } from 'zod';
import { LOOK_NAME_MAX, PLACE_KEYS } from '../codes.js';
import { strapPlaceSchema } from '../persisted.js';
import { CONTROL, inputId, nothing, rule, uuid } from './rule.js';
import { isVisible, line } from './text.js';

/** More inputs than any booth has, and few enough to be read. */
const MOST_INPUTS = 100;
const LAST_PLACE = 99;

/** What becomes of a look; what is absent stays as it is. */
const change = z.strictObject({
  name: line(LOOK_NAME_MAX).refine(isVisible, 'is empty').nullable().exactOptional(),
  key: z.enum(PLACE_KEYS).nullable().exactOptional(),
  isHidden: z.boolean().exactOptional(),
  isHolding: z.boolean().exactOptional(),
  mics: z
    .record(inputId, z.enum(['open', 'closed']))
    .refine((mics) => Object.keys(mics).length <= MOST_INPUTS, 'are too many')
    .exactOptional(),
  cameras: z.array(inputId).max(MOST_INPUTS).exactOptional(),
  strap: strapPlaceSchema.exactOptional(),
});
export type LookChange = z.output<typeof change>;

export const LOOK_COMMANDS = {
  'look.change': rule({
    class: 'log',
    roles: CONTROL,
    params: z.strictObject({ lookId: uuid, change }),
    expect: nothing,
  }),
  'look.move': rule({
    class: 'log',
    roles: CONTROL,
    params: z.strictObject({ lookId: uuid, place: z.int().min(0).max(LAST_PLACE) }),
    expect: nothing,
  }),
  'look.forget': rule({
    class: 'log',
    roles: CONTROL,
    params: z.strictObject({ lookId: uuid }),
    expect: nothing,
  }),
} as const;
