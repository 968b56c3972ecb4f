import { CONTROL, none, nothing, rule } from './rule.js';

/** The replay buffer: it keeps the last minute while it is on, and `replay.save` makes a file of it. */
export const REPLAY_COMMANDS = {
  'replay.start': rule({ class: 'live', roles: CONTROL, params: none, expect: nothing }),
  'replay.stop': rule({ class: 'live', roles: CONTROL, params: none, expect: nothing }),
  'replay.save': rule({ class: 'live', roles: CONTROL, params: none, expect: nothing }),
} as const;
