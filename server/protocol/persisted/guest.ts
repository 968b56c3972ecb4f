import { z } from 'zod';

/** One person who can be named on air. Absent texts are empty strings. */
export const guestSchema = z.strictObject({
  id: z.uuid(),
  name: z.string().min(1),
  pronouns: z.string(),
  title: z.string(),
  organisation: z.string(),
  addedAt: z.number(),
});
export type Guest = z.infer<typeof guestSchema>;
