import { z } from 'zod';

/** Something of the show was lost; it stands until somebody has seen it. Times are when it was found. */
export const lossSchema = z.discriminatedUnion('what', [
  z.strictObject({
    what: z.literal('show-file'),
    id: z.uuid(),
    at: z.number(),
    /** What the damaged file is called since, in the data folder; null: it was not there. */
    aside: z.string().nullable(),
    /** The backup that took its place, and when that was made; null: a new show was begun. */
    backup: z.strictObject({ name: z.string(), at: z.number() }).nullable(),
  }),
  /** The show file was taken away under a running server and written anew; what had taken its place is called that. */
  z.strictObject({
    what: z.literal('rewritten'),
    id: z.uuid(),
    at: z.number(),
    aside: z.string().nullable(),
  }),
  /** Entries of the show file that could not be read, and are kept in it apart. */
  z.strictObject({ what: z.literal('entries'), id: z.uuid(), at: z.number(), count: z.int() }),
]);
export type Loss = z.infer<typeof lossSchema>;
