/** Slices that are OBS’s own: what it says of itself, in our words. Nothing but OBS changes them. */

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
  /** It ended without a word of OBS, which says so of every stop: what wrote it died. Until the next one begins. */
  hasDied: boolean;
}

/** Studio mode: with it on, `transition.take` puts the preview on program. */
export interface Studio {
  isOn: boolean;
  /** Null while it is off. */
  previewId: string | null;
}

/** The transition that is chosen in OBS, and those that could be. `durationMs` null: it has its own length. */
export interface Transition {
  name: string;
  durationMs: number | null;
  choices: { name: string; isFixed: boolean }[];
}

/** What of a scene is seen: its inputs, those of nested scenes and groups included, hidden items not. */
export interface TallySource {
  id: string;
  name: string;
}

/** Which sources are to be seen. During a transition both sides are on program. */
export interface Tally {
  program: TallySource[];
  /** Empty while studio mode is off. */
  preview: TallySource[];
}

/** An input that sounds. `id` is OBS's own uuid where it has them, else ours, kept through renames. */
export interface SoundInput {
  id: string;
  name: string;
  /** OBS's kind of input, such as `pulse_input_capture`. */
  kind: string;
  isMuted: boolean;
  /** Fader in dB, 0 is unity, -100 is closed. */
  volumeDb: number;
}

/**
 * The stream. `startedAt` is our own clock of being live, which goes on through reconnections (OBS counts anew).
 * `reconnectingSince` null unless `reconnecting`.
 */
export interface StreamOutput {
  state: 'off' | 'starting' | 'on' | 'reconnecting' | 'stopping';
  startedAt: number | null;
  reconnectingSince: number | null;
}

/** The replay buffer, "the last minute". `absent`: nobody set it up in OBS. */
export interface Replay {
  state: 'absent' | 'off' | 'starting' | 'on' | 'stopping';
  /** How much of the past it keeps, as set in OBS; null: OBS does not say. */
  keepsMs: number | null;
  /** The last one saved since the link stood. */
  saved: { path: string; at: number } | null;
}

/** `absent`: this machine has none. */
export interface VirtualCamera {
  state: 'absent' | 'off' | 'on';
}

/** What OBS can do from a later version on, with its outputs that run. */
export interface Abilities {
  /** Go on in another file. */
  split: boolean;
  /** Put a chapter into the file. */
  chapter: boolean;
}
