import { z } from 'zod';
import { MARK_NOTE_LIMIT } from '../codes.js';
import { CONTROL, nothing, rule, uuid } from './rule.js';
import { line } from './text.js';

export const MARK_COMMANDS = {
  /** "This moment". The id is the device's own, so that a repeat after a lost answer marks nothing twice. */
  'mark.add': rule({
    class: 'log',
    roles: CONTROL,
    params: z.strictObject({ markId: uuid, note: line(MARK_NOTE_LIMIT).optional() }),
    expect: nothing,
  }),
} as const;
