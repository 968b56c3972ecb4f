import { z } from 'zod';
import { CONTROL, nothing, rule } from './rule.js';

export const PROGRAM_COMMANDS = {
  'program.cut': rule({
    class: 'live',
    roles: CONTROL,
    params: z.strictObject({ sceneId: z.string().min(1).max(200) }),
    expect: nothing,
  }),
} as const;
