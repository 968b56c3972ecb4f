import { z } from 'zod';

/** The inputs of one scene collection that sound, in pinned order: one that is gone keeps its place. */
export const stripsSchema = z.strictObject({
  collection: z.string(),
  strips: z.array(
    z.strictObject({
      inputId: z.string(),
      /** What OBS last called it. */
      name: z.string(),
      /** It has a strip on the live page. */
      isShown: z.boolean(),
      /** Muted by hand: no look opens it until a hand does. */
      isHeld: z.boolean(),
    }),
  ),
});
export type Strips = z.infer<typeof stripsSchema>;
