import { z } from 'zod';
import type { Role } from '../codes.js';
import { identifier } from './text.js';

/**
 * What is asked of a command before its handler sees it. A *live* one comes in time or not at all; a *log* one carries
 * the time of the act and is accepted late. `expect` is what the sender of a relative command saw; `nothing` for an
 * absolute one.
 */
export interface Rule<P extends z.ZodType, E extends z.ZodType> {
  class: 'live' | 'log';
  roles: readonly Role[];
  params: P;
  expect: E;
  /** Absent: every one is. A continuous one only when the hand lets go. */
  journalled?(params: z.output<P>): boolean;
}

export const rule = <P extends z.ZodType, E extends z.ZodType>(it: Rule<P, E>) => it;

/** No params to read, or nothing expected. */
export const nothing = z.undefined();
export const none = z.strictObject({});
export const uuid = z.uuid();
/** A scene's id, as OBS or we made it. */
export const sceneId = identifier;
/** An input's, likewise. */
export const inputId = identifier;

/** Who may control the show. */
export const CONTROL: readonly Role[] = ['producer', 'host'];
