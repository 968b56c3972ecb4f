import { z } from 'zod';
import { TRANSITION_LIMITS } from '../codes.js';
import { shot } from './program.js';
import { CONTROL, nothing, rule, sceneId } from './rule.js';
import { identifier } from './text.js';

export const STUDIO_COMMANDS = {
  'studio.set': rule({
    class: 'live',
    roles: CONTROL,
    params: z.strictObject({ isOn: z.boolean() }),
    expect: nothing,
  }),
  'preview.set': rule({ class: 'live', roles: CONTROL, params: shot, expect: nothing }),
  'transition.take': rule({
    class: 'live',
    roles: CONTROL,
    /** Straight: by a cut, whatever transition is chosen. */
    params: z.strictObject({ isStraight: z.boolean() }),
    /** What its sender saw on preview. */
    expect: z.strictObject({ sceneId }),
  }),
  'transition.set': rule({
    class: 'live',
    roles: CONTROL,
    params: z.strictObject({
      name: identifier,
      /** Null: it keeps the length that it has. */
      durationMs: z.int().min(TRANSITION_LIMITS.minMs).max(TRANSITION_LIMITS.maxMs).nullable(),
    }),
    expect: nothing,
  }),
} as const;
