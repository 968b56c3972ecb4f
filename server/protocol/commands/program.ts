import { z } from 'zod';
import { CONTROL, nothing, rule, uuid } from './rule.js';

/** A scene's id, as OBS or we made it. */
const sceneId = z.string().min(1).max(200);

export const PROGRAM_COMMANDS = {
  'program.cut': rule({
    class: 'live',
    roles: CONTROL,
    params: z.union([z.strictObject({ lookId: uuid }), z.strictObject({ sceneId })]),
    expect: nothing,
  }),
} as const;
