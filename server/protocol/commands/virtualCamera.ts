import { z } from 'zod';
import { CONTROL, nothing, rule } from './rule.js';

export const VIRTUAL_CAMERA_COMMANDS = {
  'virtualCamera.set': rule({
    class: 'live',
    roles: CONTROL,
    params: z.strictObject({ isOn: z.boolean() }),
    expect: nothing,
  }),
} as const;
