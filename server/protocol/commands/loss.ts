import { z } from 'zod';
import { nothing, rule, uuid } from './rule.js';

export const LOSS_COMMANDS = {
  /** Somebody has seen what was lost: it is not said any more. Absolute: twice is as once. */
  'loss.acknowledge': rule({
    class: 'live',
    roles: ['producer'],
    params: z.strictObject({ lossId: uuid }),
    expect: nothing,
  }),
} as const;
