import { z } from 'zod';
import { MODES } from '../codes.js';
import { CONTROL, nothing, rule } from './rule.js';

export const MODE_COMMANDS = {
  'mode.set': rule({
    class: 'live',
    roles: CONTROL,
    params: z.strictObject({ mode: z.enum(MODES) }),
    expect: nothing,
  }),
} as const;
