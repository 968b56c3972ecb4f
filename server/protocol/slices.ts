/**
 * Slices: what the server knows, one key a slice, replaced and never mutated. A key is `noun` or `noun:id`. Times are
 * milliseconds since 1970 on the server's clock; durations are milliseconds.
 */
import type { z } from 'zod';
import type { RefusalCode, Role } from './codes.js';
import {
  guestSchema,
  identitySchema,
  placesSchema,
  reportedSchema,
  takeSchema,
  themeSchema,
  wantedSchema,
  type Guest,
  type Identity,
  type Places,
  type Reported,
  type Take,
  type Theme,
  type Wanted,
} from './persisted.js';

export type {
  Guest,
  Identity,
  Instance,
  Places,
  Reported,
  StrapPerson,
  Take,
  Theme,
  Wanted,
} from './persisted.js';

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
  /** `isSimulator`: it says of itself that it is no OBS, whoever started it. */
  version: { obs: string; websocket: string; isSimulator: boolean } | null;
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
  /** When the time shown began to run, on our clock, moved on by each pause; null when off or not yet started. */
  startedAt: number | null;
  /** The time shown stands still since then; null unless paused. */
  pausedAt: number | null;
  path: string | null;
}

/** The take that a running recording belongs to; `record.stop` expects it. */
export interface CurrentTake {
  takeId: string | null;
}

/** A device with a page of the crew open. `name` says what it seems to be. */
export interface Here {
  deviceId: string;
  name: string;
  role: Role;
  since: number;
}

/** A command that OBS or a renderer accepted and has not confirmed yet. */
export interface PendingCommand {
  commandId: string;
  name: string;
  /** What is busy: `scene:ID`, `layer:NAME`, `record` or `record-pause`. */
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
export type AlertCode =
  'renderer-lost' | 'recording-interrupted' | 'recording-ended-unseen' | 'set-aside' | 'memory-only';
export type Params = Record<string, string | number | boolean | null>;

/** Every slice by key. Keys with an id are absent until there is one. */
export interface State {
  identity: Identity;
  booth: Booth;
  obs: Obs;
  scenes: Scene[];
  program: Program;
  record: RecordOutput;
  currentTake: CurrentTake;
  here: Here[];
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

const CREW: readonly Role[] = ['producer', 'host', 'viewer'];
const PAGES: readonly Role[] = ['producer', 'host', 'viewer', 'stage', 'overlay'];

/** Who writes a slice: us and it is kept (`persisted`), OBS (`mirrored`), or a rule over the others (`derived`). */
type SliceRule =
  | { storage: 'persisted'; readers: readonly Role[]; schema: z.ZodType }
  | { storage: 'mirrored' | 'derived'; readers: readonly Role[] };

/** The one table of who may read which slice, and where it lives. */
export const SLICES = {
  identity: { storage: 'persisted', readers: [], schema: identitySchema },
  booth: { storage: 'derived', readers: PAGES },
  obs: { storage: 'mirrored', readers: CREW },
  scenes: { storage: 'mirrored', readers: CREW },
  program: { storage: 'mirrored', readers: CREW },
  record: { storage: 'mirrored', readers: CREW },
  currentTake: { storage: 'derived', readers: CREW },
  here: { storage: 'derived', readers: CREW },
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
