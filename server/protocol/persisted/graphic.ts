import { z } from 'zod';
import { LAYERS, PLAIN_PLACE } from '../codes.js';
import { strapPlaceSchema } from './look.js';

/** What a lower third says of one person. */
export const strapPersonSchema = z.strictObject({
  name: z.string(),
  pronouns: z.string(),
  title: z.string(),
  organisation: z.string(),
});
export type StrapPerson = z.infer<typeof strapPersonSchema>;

/**
 * One showing of a graphic. `data` is frozen at the tap: editing a guest, or a cut to another look, does not change what
 * is on air.
 */
export const instanceSchema = z.strictObject({
  instanceId: z.uuid(),
  /** Id of the OGraf graphic, as in its manifest. */
  graphic: z.string(),
  data: z.strictObject({
    people: z.array(strapPersonSchema),
    place: strapPlaceSchema.default(PLAIN_PLACE),
  }),
  guestIds: z.array(z.uuid()),
  /** Counts `graphic.update`; a renderer re-reads `data` when it rises. */
  revision: z.int(),
  /** Take the old one off without animation, and put this one on without. */
  cut: z.boolean(),
  /** On-air time, or null for "until hidden". */
  autoOffMs: z.number().nullable(),
  /** When it goes off by itself; set at the first `on` that a renderer reports. */
  offAt: z.number().nullable(),
});
export type Instance = z.infer<typeof instanceSchema>;

const layerSchema = z.enum(LAYERS);

/** What should be on a layer: ours, and never a claim about what is. */
export const wantedSchema = z.strictObject({
  layer: layerSchema,
  onAir: instanceSchema.nullable(),
  armed: instanceSchema.nullable(),
  /** What was taken off and may still be seen: no renderer has said yet that it is out. */
  leaving: instanceSchema.nullable(),
});
export type Wanted = z.infer<typeof wantedSchema>;

export const RENDER_STATES = ['loading', 'on', 'out', 'failed'] as const;

/** What is on a layer, by the word of the air renderers. `instanceId` null with state `out`: the layer is empty. */
export const reportedSchema = z.strictObject({
  layer: layerSchema,
  instanceId: z.uuid().nullable(),
  state: z.enum(RENDER_STATES),
  /** OGraf step that the graphic stands on; null when off. */
  step: z.number().nullable(),
  at: z.number(),
});
export type Reported = z.infer<typeof reportedSchema>;

/** Colours are CSS colours; renderers hand them to graphics as custom properties `--showfloor-<name>`. */
export const themeSchema = z.strictObject({
  accent: z.string(),
  plate: z.string(),
  ink: z.string(),
  muted: z.string(),
});
export type Theme = z.infer<typeof themeSchema>;
