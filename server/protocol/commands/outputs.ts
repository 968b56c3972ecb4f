import { z } from 'zod';
import { CONTROL, none, rule, uuid } from './rule.js';

const ofOffer = z.strictObject({ offerId: uuid });

/** The answers to `resume`: what OBS lost with its end is brought back, or left. */
export const OUTPUT_COMMANDS = {
  'outputs.resume': rule({ class: 'live', roles: CONTROL, params: none, expect: ofOffer }),
  'outputs.decline': rule({ class: 'live', roles: CONTROL, params: none, expect: ofOffer }),
} as const;
