/**
 * Slices: what the server knows, one key a slice, replaced and never mutated. A key is `noun` or `noun:id`. Times are
 * milliseconds since 1970 on the server's clock; durations are milliseconds. Persisted slices have a zod schema here,
 * by which the store judges what it reads back.
 */
import { z } from 'zod';
import { LAYERS, PLACE_KEYS, type RefusalCode, type Role } from './codes.js';

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
  state: z.enum(['starting', 'recording', 'done', 'failed', 'interrupted']),
  createdAt: time,
  startedAt: time.nullable(),
  endedAt: time.nullable(),
  /** Path on OBS's machine, as OBS said it. */
  path: z.string().nullable(),
});
export type Take = z.infer<typeof takeSchema>;

export interface Booth {
  id: string;
  name: string;
  bootId: string;
  version: string;
  /** Hash of the sources of this build; pages carry their own and reload when it differs. */
  build: string;
  simulator: boolean;
}

/**
 * The link to OBS. `never`: not reached since the start; `connecting`: dialling or reading; `wrong-password` and
 * `kicked`: stopped until told to go on; `not-responding`: the socket is open and OBS is silent; `gone`: was
 * connected, redialling. Everything mirrored is absent unless `connected` or `not-responding`.
 */
export type LinkState =
  'never' | 'connecting' | 'wrong-password' | 'kicked' | 'connected' | 'not-responding' | 'gone';

export interface Obs {
  link: LinkState;
  since: number;
  /** Last answer or event; null when there was none since the start. */
  newsAt: number | null;
  /** Without credentials. */
  address: string;
  version: { obs: string; websocket: string } | null;
  collection: string | null;
  /** OBS is changing collection or profile: what is mirrored is the old one, and frozen. */
  changing: boolean;
}

/** `id` is OBS's own uuid where it has them, else ours, kept through renames. In the order of OBS's list, top first. */
export interface Scene {
  id: string;
  name: string;
}

export interface Program {
  sceneId: string | null;
  /** A transition that runs: confirmed on the change, dropped when another interrupts it. */
  goingTo: { sceneId: string; startedAt: number; durationMs: number } | null;
}

export interface RecordOutput {
  state: 'off' | 'starting' | 'on' | 'paused' | 'stopping';
  /** When the time shown began to run, on our clock; null when off or not yet started. */
  startedAt: number | null;
  path: string | null;
}

/** The take that a running recording belongs to; `record.stop` expects it. */
export interface CurrentTake {
  takeId: string | null;
}

/** A command that OBS or a renderer accepted and has not confirmed yet. */
export interface PendingCommand {
  commandId: string;
  name: string;
  /** What is busy: `scene:ID`, `layer:NAME` or `record`. */
  target: string;
  deviceId: string;
  since: number;
}

export interface Renderer {
  rendererId: string;
  kind: 'air' | 'preview';
  inObs: boolean;
  source: string | null;
  layers: string[];
  /** Answers the server's pings. */
  alive: boolean;
}

/** Something that the crew must see. `subject` names what it is about, so that the same trouble is one alert. */
export interface Alert {
  id: string;
  code: RefusalCode | AlertCode;
  params: Params;
  subject: string;
  at: number;
}
export type AlertCode = 'renderer-lost' | 'recording-interrupted' | 'set-aside' | 'memory-only';
export type Params = Record<string, string | number | boolean | null>;

/** Every slice by key. Keys with an id are absent until there is one. */
export interface State {
  booth: Booth;
  obs: Obs;
  scenes: Scene[];
  program: Program;
  record: RecordOutput;
  currentTake: CurrentTake;
  pending: PendingCommand[];
  renderers: Renderer[];
  alerts: Alert[];
  theme: Theme;
  [guest: `guest:${string}`]: Guest;
  [wanted: `wanted:${string}`]: Wanted;
  [reported: `reported:${string}`]: Reported;
  [places: `places:${string}`]: Places;
  [take: `take:${string}`]: Take;
}
export type SliceKey = keyof State;
export type SliceNoun = SliceKey extends infer K ? (K extends `${infer N}:${string}` ? N : K) : never;

/** Who writes a slice: us and it is kept (`persisted`), OBS (`mirrored`), or a rule over the others (`derived`). */
export type Storage = 'persisted' | 'mirrored' | 'derived';

const CREW: readonly Role[] = ['producer', 'host', 'viewer'];
const PAGES: readonly Role[] = ['producer', 'host', 'viewer', 'stage', 'overlay'];

type SliceRule =
  | { storage: 'persisted'; readers: readonly Role[]; schema: z.ZodType }
  | { storage: 'mirrored' | 'derived'; readers: readonly Role[] };

/** The one table of who may read which slice, and where it lives. */
export const SLICES = {
  booth: { storage: 'derived', readers: PAGES },
  obs: { storage: 'mirrored', readers: CREW },
  scenes: { storage: 'mirrored', readers: CREW },
  program: { storage: 'mirrored', readers: CREW },
  record: { storage: 'mirrored', readers: CREW },
  currentTake: { storage: 'derived', readers: CREW },
  pending: { storage: 'derived', readers: CREW },
  renderers: { storage: 'derived', readers: CREW },
  alerts: { storage: 'derived', readers: CREW },
  theme: { storage: 'persisted', readers: PAGES, schema: themeSchema },
  guest: { storage: 'persisted', readers: CREW, schema: guestSchema },
  wanted: { storage: 'persisted', readers: [...CREW, 'overlay'], schema: wantedSchema },
  reported: { storage: 'persisted', readers: [...CREW, 'overlay'], schema: reportedSchema },
  places: { storage: 'persisted', readers: CREW, schema: placesSchema },
  take: { storage: 'persisted', readers: CREW, schema: takeSchema },
} as const satisfies Record<SliceNoun, SliceRule>;

/** The noun of a key: `guest:1` is a `guest`. */
export function nounOf(key: SliceKey): SliceNoun {
  const colon = key.indexOf(':');
  // A SliceKey is `noun` or `noun:id` by its type; the compiler cannot follow the slice.
  return (colon < 0 ? key : key.slice(0, colon)) as SliceNoun;
}
