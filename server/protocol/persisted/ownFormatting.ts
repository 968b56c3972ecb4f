import { z } from 'zod';

/** How a profile of OBS names its files by itself, kept while a take of ours has its name there. */
export const ownFormattingSchema = z.strictObject({
  profile: z.string(),
  theirs: z.string(),
  /** What we wrote in its place: something else there is somebody's own change, and stays. */
  ours: z.string(),
});
export type OwnFormatting = z.infer<typeof ownFormattingSchema>;
