import { z } from 'zod';
import { MAX_STRAP_GUESTS, PARTS } from '../codes.js';

/** One person who can be named on air. Absent texts are empty strings. */
export const guestSchema = z.strictObject({
  id: z.uuid(),
  name: z.string().min(1),
  pronouns: z.string(),
  title: z.string(),
  organisation: z.string(),
  part: z.enum(PARTS).default('guest'),
  addedAt: z.number(),
});
export type Guest = z.infer<typeof guestSchema>;

/** Who is on the shot, in seating order from the left as the viewer sees it. */
export const seatsSchema = z.strictObject({ guestIds: z.array(z.uuid()).max(MAX_STRAP_GUESTS) });
export type Seats = z.infer<typeof seatsSchema>;
