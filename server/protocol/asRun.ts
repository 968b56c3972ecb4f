/** The as-run log: what was on air, from when to when, and who did it, by the word of OBS and of the renderers. */
import { z } from 'zod';
import { AS_RUN_BEGINNINGS, AS_RUN_ENDINGS, AS_RUN_KINDS } from './codes/asRun.js';

/** The device that did it, by the name that it had then; null: no device did. */
const doerSchema = z.strictObject({ id: z.string(), name: z.string() }).nullable();
export type Doer = z.infer<typeof doerSchema>;

/**
 * One time of being on air, as it is kept on disk. Takes and stream sessions are kept in their ledgers, and become lines
 * when somebody reads.
 */
export const airingSchema = z.strictObject({
  /** Counts up in the order in which they began. */
  number: z.int(),
  kind: z.enum(AS_RUN_KINDS).exclude(['recording', 'stream']),
  /** The scene or the instance; null for safe. */
  subject: z.string().nullable(),
  /** What the crew calls it: a look, the names that are shown. */
  title: z.string(),
  /** Scene of the look, layer of the graphic. */
  detail: z.string(),
  from: z.number(),
  begun: z.strictObject({ how: z.enum(AS_RUN_BEGINNINGS), by: doerSchema }),
  /** Never before `from`; null: it lasts. Where nobody saw the end, the last time at which it was known. */
  until: z.number().nullable(),
  ended: z.strictObject({ how: z.enum(AS_RUN_ENDINGS), by: doerSchema }).nullable(),
});
export type Airing = z.infer<typeof airingSchema>;

/** A line as it is read, of the ledgers too. */
export interface AsRunLine extends Omit<Airing, 'number' | 'kind'> {
  id: string;
  kind: (typeof AS_RUN_KINDS)[number];
}
