import { z } from 'zod';
import { MARK_LEAD_MS } from '../codes.js';

/** "This moment": pressed by somebody, in a take or a stream or in neither. */
export const markSchema = z.strictObject({
  id: z.uuid(),
  /** When the press happened. */
  at: z.number(),
  /** The moment that is meant was this long before the press. */
  leadMs: z.number().default(MARK_LEAD_MS),
  takeId: z.uuid().nullable(),
  streamSessionId: z.uuid().nullable(),
  note: z.string(),
});
export type Mark = z.infer<typeof markSchema>;
