import { z } from 'zod';
import { MODES } from '../codes.js';

const since = z.strictObject({ since: z.number() }).nullable();

/** What should be live or recording now, by what was started and not stopped; null: should be off. */
export const outputsWantedSchema = z.strictObject({
  stream: since,
  record: since,
  /** On program when it was last seen. */
  sceneId: z.string().nullable(),
});
export type OutputsWanted = z.infer<typeof outputsWantedSchema>;

/** One time of being live, from the start to the stop, reconnections included. */
export const streamSessionSchema = z.strictObject({
  id: z.uuid(),
  startedAt: z.number(),
  endedAt: z.number().nullable(),
  /** The device that began it, and the one that ended it; null: none did, or before this was kept. */
  startAskedBy: z.string().nullable().default(null),
  stopAskedBy: z.string().nullable().default(null),
  /** Times without a stream in between; `to` null: it lasts. */
  gaps: z.array(z.strictObject({ from: z.number(), to: z.number().nullable() })),
});
export type StreamSession = z.infer<typeof streamSessionSchema>;

/** In rehearsal takes are tagged and no stream starts. */
export const modeSchema = z.strictObject({ mode: z.enum(MODES), since: z.number() });
export type Mode = z.infer<typeof modeSchema>;
