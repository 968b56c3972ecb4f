/** Slices that follow from others, or from who is connected; kept nowhere. */
import type { INVITED_ROLES, RefusalCode, Role } from './codes.js';

export interface Booth {
  id: string;
  name: string;
  bootId: string;
  version: string;
  /** Hash of the sources of this build; pages carry their own and reload when it differs. */
  build: string;
  simulator: boolean;
}

/** The take that a running recording belongs to; `record.stop` expects it. */
export interface CurrentTake {
  takeId: string | null;
}

/** A device with a page open, an overlay's among them. `name` says what it seems to be. */
export interface Here {
  deviceId: string;
  name: string;
  role: Role;
  since: number;
}

/** A code by which one device is paired. */
export interface Invite {
  id: string;
  role: (typeof INVITED_ROLES)[number];
  /** For an address: too long to be guessed. For an overlay it is the secret that its address will carry for good. */
  code: string;
  /** The same for fingers: six digits, with few tries. */
  digits: string;
  expiresAt: number;
  /** The device that comes back; null: a new one. */
  forDevice: string | null;
  /** The device on which it was asked for, and with which it ends; null: the start printed it. */
  askedBy: string | null;
}

/** Where this server is, each without a slash at its end. */
export interface Addresses {
  /** For devices: `http://ADDRESS:PORT`, or `https:`; best first. */
  urls: string[];
  /** For OBS on the same computer: by plain HTTP always, as its browser trusts no authority of ours. */
  here: string;
  /** The page that says how a device trusts the certificate; null: it need not. */
  trust: string | null;
}

/** A command that OBS or a renderer accepted and has not confirmed yet. */
export interface PendingCommand {
  commandId: string;
  name: string;
  /**
   * What is busy: `scene:ID`, `preview:ID`, `take`, `studio`, `transition`, `layer:NAME`, `mute:ID`, `record`,
   * `record-pause`, `record-file`, `stream`, `replay`, `replay-save` or `virtual-camera`.
   */
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
  | 'renderer-lost'
  | 'outputs-interrupted'
  | 'stream-lost'
  | 'stream-reconnecting'
  | 'stream-not-recorded'
  | 'live-in-rehearsal'
  | 'recording-lost'
  | 'recording-disk-full'
  | 'takes-missing'
  | 'file-not-growing'
  | 'set-aside'
  | 'show-file-lost'
  | 'show-file-gone'
  | 'show-file-rewritten'
  | 'mic-came-open'
  | 'memory-only';
export type Params = Record<string, string | number | boolean | null>;

/** What became of the recording's file, by a look at it. `unseen`: OBS writes it where this server cannot look. */
export interface RecordFile {
  state: 'unknown' | 'growing' | 'stuck' | 'unseen';
  bytes: number;
  /** When it was last seen to grow. */
  grewAt: number | null;
}

/** The stream session that is live; `stream.stop` expects it. */
export interface CurrentStream {
  sessionId: string | null;
}

/** OBS went away with outputs running and is back without them, or the stream was lost: what one hold would bring back. */
export interface Resume {
  offerId: string;
  at: number;
  /** Null: the scene that was on program is gone, or is on already. */
  sceneId: string | null;
  stream: boolean;
  record: boolean;
}

/** One line of the log of what went wrong: a no that somebody got, or an alert. */
export interface Trouble {
  id: string;
  at: number;
  kind: 'refused' | 'failed' | 'alert';
  code: RefusalCode | AlertCode;
  params: Params;
  /** The command that was refused or failed; null for an alert. */
  command: string | null;
  /** Who asked; null for an alert. */
  deviceId: string | null;
}
