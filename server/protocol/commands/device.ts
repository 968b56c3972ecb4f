import { z } from 'zod';
import { DEVICE_NAME_MAX, INVITED_ROLES } from '../codes.js';
import { nothing, rule, uuid } from './rule.js';
import { isVisible, line } from './text.js';

const PRODUCERS = ['producer'] as const;
const one = z.strictObject({ deviceId: uuid });

/** Paired devices, and codes for new ones. */
export const DEVICE_COMMANDS = {
  /** A code for a device of this role; `forDevice`: for one that comes back, with the name and role that it had. */
  'device.invite': rule({
    class: 'live',
    roles: PRODUCERS,
    params: z.strictObject({ inviteId: uuid, role: z.enum(INVITED_ROLES), forDevice: uuid.nullable() }),
    expect: nothing,
  }),
  'device.uninvite': rule({
    class: 'live',
    roles: PRODUCERS,
    params: z.strictObject({ inviteId: uuid }),
    expect: nothing,
  }),
  'device.revoke': rule({ class: 'live', roles: PRODUCERS, params: one, expect: nothing }),
  'device.rename': rule({
    class: 'live',
    roles: PRODUCERS,
    params: z.strictObject({ deviceId: uuid, name: line(DEVICE_NAME_MAX).refine(isVisible, 'is empty') }),
    expect: nothing,
  }),
  /** Shows on the device itself which one it is. */
  'device.flash': rule({ class: 'live', roles: PRODUCERS, params: one, expect: nothing }),
} as const;
