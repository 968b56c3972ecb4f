import { z } from 'zod';
import { CHAPTER_NAME_LIMIT } from '../codes.js';
import { CONTROL, none, nothing, rule, uuid } from './rule.js';
import { line } from './text.js';

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
  /** Goes on in another file; the take stays one. */
  'record.split': rule({ class: 'live', roles: CONTROL, params: none, expect: ofTake }),
  /** An empty name: OBS numbers it. */
  'record.chapter': rule({
    class: 'live',
    roles: CONTROL,
    params: z.strictObject({ name: line(CHAPTER_NAME_LIMIT) }),
    expect: ofTake,
  }),
} as const;
