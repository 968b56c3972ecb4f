import { z } from 'zod';
import { PLACE_KEYS } from '../codes.js';

/** Pinned places of one scene collection. A place whose scene is missing is a hole; nothing moves up. */
export const placesSchema = z.strictObject({
  collection: z.string(),
  tiles: z.array(
    z.strictObject({ sceneId: z.string(), name: z.string(), key: z.enum(PLACE_KEYS).nullable() }),
  ),
});
export type Places = z.infer<typeof placesSchema>;
