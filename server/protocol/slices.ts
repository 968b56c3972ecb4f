/**
 * Slices: what the server knows, one key a slice, replaced and never mutated. A key is `noun` or `noun:id`. Times are
 * milliseconds since 1970 on the server's clock; durations are milliseconds.
 */
import type { z } from 'zod';
import type { Role } from './codes.js';
import type {
  Addresses,
  Alert,
  Booth,
  CurrentStream,
  CurrentTake,
  Here,
  Invite,
  PendingCommand,
  RecordFile,
  Renderer,
  Resume,
  Trouble,
} from './derived.js';
import type {
  Abilities,
  Obs,
  Program,
  RecordOutput,
  Replay,
  Scene,
  SoundInput,
  StreamOutput,
  Studio,
  Tally,
  Transition,
  VirtualCamera,
} from './mirrored.js';
import {
  credentialSchema,
  deviceSchema,
  guestSchema,
  identitySchema,
  inputsSchema,
  lookSchema,
  lossSchema,
  markSchema,
  modeSchema,
  outputsWantedSchema,
  ownFormattingSchema,
  reportedSchema,
  safeSchema,
  seatsSchema,
  streamSessionSchema,
  stripsSchema,
  takeSchema,
  themeSchema,
  wantedSchema,
  type Credential,
  type Device,
  type Guest,
  type Identity,
  type Inputs,
  type Look,
  type Loss,
  type Mark,
  type Mode,
  type OutputsWanted,
  type OwnFormatting,
  type Reported,
  type Safe,
  type Seats,
  type StreamSession,
  type Strips,
  type Take,
  type Theme,
  type Wanted,
} from './persisted.js';

export type * from './derived.js';
export type * from './mirrored.js';
export type * from './persisted.js';

/** Every slice by key. Keys with an id are absent until there is one. */
export interface State {
  identity: Identity;
  booth: Booth;
  obs: Obs;
  scenes: Scene[];
  program: Program;
  record: RecordOutput;
  studio: Studio;
  transition: Transition;
  tally: Tally;
  sound: SoundInput[];
  stream: StreamOutput;
  replay: Replay;
  virtualCamera: VirtualCamera;
  abilities: Abilities;
  recordFile: RecordFile;
  currentTake: CurrentTake;
  currentStream: CurrentStream;
  mode: Mode;
  outputsWanted: OutputsWanted;
  /** Null: nothing to offer. */
  resume: Resume | null;
  seats: Seats;
  /** Null: the Holding look was not asked for. */
  safe: Safe | null;
  here: Here[];
  invites: Invite[];
  addresses: Addresses;
  pending: PendingCommand[];
  renderers: Renderer[];
  alerts: Alert[];
  theme: Theme;
  [device: `device:${string}`]: Device;
  [credential: `credential:${string}`]: Credential;
  [guest: `guest:${string}`]: Guest;
  [wanted: `wanted:${string}`]: Wanted;
  [reported: `reported:${string}`]: Reported;
  [look: `look:${string}`]: Look;
  [inputs: `inputs:${string}`]: Inputs;
  [strips: `strips:${string}`]: Strips;
  [ownFormatting: `ownFormatting:${string}`]: OwnFormatting;
  [take: `take:${string}`]: Take;
  [streamSession: `streamSession:${string}`]: StreamSession;
  [mark: `mark:${string}`]: Mark;
  [loss: `loss:${string}`]: Loss;
  [trouble: `trouble:${string}`]: Trouble;
}
export type SliceKey = keyof State;
export type SliceNoun = SliceKey extends infer K ? (K extends `${infer N}:${string}` ? N : K) : never;

const CREW: readonly Role[] = ['producer', 'host', 'viewer'];
const PRODUCERS: readonly Role[] = ['producer'];
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
  studio: { storage: 'mirrored', readers: CREW },
  transition: { storage: 'mirrored', readers: CREW },
  tally: { storage: 'mirrored', readers: CREW },
  sound: { storage: 'mirrored', readers: CREW },
  stream: { storage: 'mirrored', readers: [...CREW, 'overlay'] },
  replay: { storage: 'mirrored', readers: CREW },
  virtualCamera: { storage: 'mirrored', readers: CREW },
  abilities: { storage: 'mirrored', readers: CREW },
  recordFile: { storage: 'derived', readers: CREW },
  currentTake: { storage: 'derived', readers: CREW },
  currentStream: { storage: 'derived', readers: CREW },
  mode: { storage: 'persisted', readers: CREW, schema: modeSchema },
  outputsWanted: { storage: 'persisted', readers: CREW, schema: outputsWantedSchema },
  resume: { storage: 'derived', readers: CREW },
  seats: { storage: 'persisted', readers: CREW, schema: seatsSchema },
  safe: { storage: 'persisted', readers: CREW, schema: safeSchema },
  here: { storage: 'derived', readers: CREW },
  invites: { storage: 'derived', readers: PRODUCERS },
  addresses: { storage: 'derived', readers: PRODUCERS },
  device: { storage: 'persisted', readers: PRODUCERS, schema: deviceSchema },
  credential: { storage: 'persisted', readers: [], schema: credentialSchema },
  pending: { storage: 'derived', readers: CREW },
  renderers: { storage: 'derived', readers: CREW },
  alerts: { storage: 'derived', readers: CREW },
  theme: { storage: 'persisted', readers: PAGES, schema: themeSchema },
  guest: { storage: 'persisted', readers: CREW, schema: guestSchema },
  wanted: { storage: 'persisted', readers: [...CREW, 'overlay'], schema: wantedSchema },
  reported: { storage: 'persisted', readers: [...CREW, 'overlay'], schema: reportedSchema },
  look: { storage: 'persisted', readers: CREW, schema: lookSchema },
  inputs: { storage: 'persisted', readers: [], schema: inputsSchema },
  strips: { storage: 'persisted', readers: CREW, schema: stripsSchema },
  ownFormatting: { storage: 'persisted', readers: [], schema: ownFormattingSchema },
  take: { storage: 'persisted', readers: CREW, schema: takeSchema },
  streamSession: { storage: 'persisted', readers: CREW, schema: streamSessionSchema },
  mark: { storage: 'persisted', readers: CREW, schema: markSchema },
  loss: { storage: 'persisted', readers: CREW, schema: lossSchema },
  trouble: { storage: 'derived', readers: CREW },
} as const satisfies Record<SliceNoun, SliceRule>;

/** The noun of a key: `guest:1` is a `guest`. */
export function nounOf(key: SliceKey): SliceNoun {
  const colon = key.indexOf(':');
  // A SliceKey is `noun` or `noun:id` by its type; the compiler cannot follow the slice.
  return (colon < 0 ? key : key.slice(0, colon)) as SliceNoun;
}
