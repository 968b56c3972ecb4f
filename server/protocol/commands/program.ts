import { z } from 'zod';
import { CONTROL, nothing, rule, sceneId, uuid } from './rule.js';

/** A shot to put somewhere: by its look, or by its scene. */
export const shot = z.union([z.strictObject({ lookId: uuid }), z.strictObject({ sceneId })]);

export const PROGRAM_COMMANDS = {
  'program.cut': rule({
    class: 'live',
    roles: CONTROL,
    params: shot,
    expect: nothing,
  }),
} as const;
