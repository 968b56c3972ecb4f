import { z } from 'zod';

/** "This moment": pressed by somebody, in a take or a stream or in neither. */
export const markSchema = z.strictObject({
  id: z.uuid(),
  /** When the press happened. */
  at: z.number(),
  takeId: z.uuid().nullable(),
  streamSessionId: z.uuid().nullable(),
  note: z.string(),
});
export type Mark = z.infer<typeof markSchema>;
