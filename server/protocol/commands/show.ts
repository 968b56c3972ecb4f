import { z } from 'zod';
import { CONTROL, none, nothing, rule, sceneId } from './rule.js';

export const SHOW_COMMANDS = {
  'show.safe': rule({ class: 'live', roles: CONTROL, params: none, expect: nothing }),
  'show.back': rule({
    class: 'live',
    roles: CONTROL,
    params: none,
    /** The scene that its sender saw it lead back to. */
    expect: z.strictObject({ sceneId }),
  }),
} as const;
