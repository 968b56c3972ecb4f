import { z } from 'zod';
import { LOUDEST_DB, SILENCE_DB } from '../codes.js';
import { CONTROL, inputId, nothing, rule } from './rule.js';

export const SOUND_COMMANDS = {
  'sound.mute': rule({
    class: 'live',
    roles: CONTROL,
    params: z.strictObject({ inputId, isMuted: z.boolean() }),
    expect: nothing,
  }),
  /** Continuous: at most twenty a second from a page, the newest wins, and only the last is journalled. */
  'sound.fader': rule({
    class: 'live',
    roles: CONTROL,
    params: z.strictObject({
      inputId,
      db: z.number().min(SILENCE_DB).max(LOUDEST_DB),
      /** The hand let go. */
      isFinal: z.boolean(),
    }),
    expect: nothing,
    journalled: ({ isFinal }) => isFinal,
  }),
  'strip.show': rule({
    class: 'live',
    roles: CONTROL,
    params: z.strictObject({ inputId, isShown: z.boolean() }),
    expect: nothing,
  }),
  /** To that place, counted from 0; those in between move by one. */
  'strip.move': rule({
    class: 'live',
    roles: CONTROL,
    params: z.strictObject({ inputId, place: z.int().min(0).max(500) }),
    expect: nothing,
  }),
} as const;
