/**
 * Slices that are kept on disk, as zod schemas, by which the store judges what it reads back. Times are milliseconds
 * since 1970 on the server's clock; durations are milliseconds.
 */
import { z } from 'zod';
import { LAYERS, PLACE_KEYS } from './codes.js';

const id = z.uuid();
const time = z.number();

/** One person who can be named on air. Absent texts are empty strings. */
export const guestSchema = z.strictObject({
  id,
  name: z.string().min(1),
  pronouns: z.string(),
  title: z.string(),
  organisation: z.string(),
  addedAt: time,
});
export type Guest = z.infer<typeof guestSchema>;

/** What a lower third says of one person. */
export const strapPersonSchema = z.strictObject({
  name: z.string(),
  pronouns: z.string(),
  title: z.string(),
  organisation: z.string(),
});
export type StrapPerson = z.infer<typeof strapPersonSchema>;

/** One showing of a graphic. `data` is frozen at the tap: editing a guest does not change what is on air. */
export const instanceSchema = z.strictObject({
  instanceId: id,
  /** Id of the OGraf graphic, as in its manifest. */
  graphic: z.string(),
  data: z.strictObject({ people: z.array(strapPersonSchema) }),
  guestIds: z.array(id),
  /** Counts `graphic.update`; a renderer re-reads `data` when it rises. */
  revision: z.int(),
  /** Take the old one off without animation, and put this one on without. */
  cut: z.boolean(),
  /** On-air time, or null for "until hidden". */
  autoOffMs: z.number().nullable(),
  /** When it goes off by itself; set at the first `on` that a renderer reports. */
  offAt: time.nullable(),
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
  instanceId: id.nullable(),
  state: z.enum(RENDER_STATES),
  /** OGraf step that the graphic stands on; null when off. */
  step: z.number().nullable(),
  at: time,
});
export type Reported = z.infer<typeof reportedSchema>;

/** Pinned places of one scene collection. A place whose scene is missing is a hole; nothing moves up. */
export const placesSchema = z.strictObject({
  collection: z.string(),
  tiles: z.array(
    z.strictObject({ sceneId: z.string(), name: z.string(), key: z.enum(PLACE_KEYS).nullable() }),
  ),
});
export type Places = z.infer<typeof placesSchema>;

/** Colours are CSS colours; renderers hand them to graphics as custom properties `--showfloor-<name>`. */
export const themeSchema = z.strictObject({
  accent: z.string(),
  plate: z.string(),
  ink: z.string(),
  muted: z.string(),
});
export type Theme = z.infer<typeof themeSchema>;

/** One recording, from before StartRecord was sent until its end is known. */
export const takeSchema = z.strictObject({
  id,
  kind: z.literal('obs'),
  /** Who started it: a command of ours, or OBS's own button (then it was adopted). */
  origin: z.enum(['panel', 'obs']),
  /** `stopping`: we asked for the end. */
  state: z.enum(['starting', 'recording', 'stopping', 'done', 'failed', 'interrupted']),
  createdAt: time,
  startedAt: time.nullable(),
  endedAt: time.nullable(),
  /** Path on OBS's machine, as OBS said it. */
  path: z.string().nullable(),
});
export type Take = z.infer<typeof takeSchema>;

/** Who this booth is, minted on the first start with a data folder. */
export const identitySchema = z.strictObject({ id, name: z.string() });
export type Identity = z.infer<typeof identitySchema>;
