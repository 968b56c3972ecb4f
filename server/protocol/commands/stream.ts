import { z } from 'zod';
import { CONTROL, none, nothing, rule, uuid } from './rule.js';

export const STREAM_COMMANDS = {
  'stream.start': rule({ class: 'live', roles: CONTROL, params: none, expect: nothing }),
  'stream.stop': rule({
    class: 'live',
    roles: CONTROL,
    params: none,
    /** Null: it is not live yet, OBS dials, and that is called off. */
    expect: z.strictObject({ sessionId: uuid.nullable() }),
  }),
} as const;
