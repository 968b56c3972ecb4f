import { z } from 'zod';
import { CONTROL, none, nothing, rule, uuid } from './rule.js';

const ofTake = z.strictObject({ takeId: uuid });

export const RECORD_COMMANDS = {
  'record.start': rule({ class: 'live', roles: CONTROL, params: none, expect: nothing }),
  'record.stop': rule({
    class: 'live',
    roles: CONTROL,
    params: none,
    expect: ofTake,
  }),
  'record.pause': rule({
    class: 'live',
    roles: CONTROL,
    params: none,
    expect: ofTake,
  }),
  'record.resume': rule({
    class: 'live',
    roles: CONTROL,
    params: none,
    expect: ofTake,
  }),
} as const;
