import { z } from 'zod';

/** Ids that we gave to the inputs of one scene collection, because OBS had none of its own, and their names. */
export const inputsSchema = z.strictObject({
  collection: z.string(),
  inputs: z.array(z.strictObject({ id: z.uuid(), name: z.string() })),
});
export type Inputs = z.infer<typeof inputsSchema>;
