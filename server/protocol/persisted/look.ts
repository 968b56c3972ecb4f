import { z } from 'zod';
import { PLACE_KEYS } from '../codes.js';

/** Where a lower third sits: `raised` clears captions and a player's bar. */
export const strapPlaceSchema = z.strictObject({
  align: z.enum(['left', 'centre', 'right']),
  raised: z.boolean(),
});
export type StrapPlace = z.infer<typeof strapPlaceSchema>;

/**
 * A shot of the booth. It outlives its scene: one that is gone leaves a hole in its place, and gets the scene that
 * comes back by id or by name.
 */
export const lookSchema = z.strictObject({
  id: z.uuid(),
  /** The scene collection it belongs to. */
  collection: z.string(),
  /** The scene, and what OBS last called it. */
  scene: z.strictObject({ id: z.string(), name: z.string() }),
  /** What the crew calls it; null: as OBS calls the scene. */
  name: z.string().nullable(),
  /** Pinned: counts from 0, no two of a collection share one. */
  place: z.int(),
  key: z.enum(PLACE_KEYS).nullable(),
  /** A helper scene: it has its place and is not shown on the panel. */
  isHidden: z.boolean(),
  /** The Holding look, which `show.safe` puts on; at most one a collection. */
  isHolding: z.boolean(),
  /** What becomes of mics on the cut, by input id; one that is not named is left as it is. */
  mics: z.record(z.string(), z.enum(['open', 'closed'])),
  /** Input ids of the cameras in it. */
  cameras: z.array(z.string()),
  strap: strapPlaceSchema,
});
export type Look = z.infer<typeof lookSchema>;

/** The Holding look was asked for, and where one tap leads back to. */
export const safeSchema = z
  .strictObject({
    since: z.number(),
    backTo: z.string().nullable(),
    /** The device that asked first; null: before this was kept. */
    askedBy: z.string().nullable().default(null),
  })
  .nullable();
export type Safe = NonNullable<z.infer<typeof safeSchema>>;
