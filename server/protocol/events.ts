/**
 * The wire on one page: socket.io namespaces, what each side may emit, and what is answered. Types on the wire are a
 * wish; the server parses everything that comes in with the schemas below.
 *
 *   /desk     panels of the crew      auth: Handshake
 *   /overlay  overlay pages           auth: Handshake
 *
 * After `connection` the server sends `snapshot` in the same tick, then `patch`es. `seq` counts per role view, so what
 * a role may not see is no gap; a gap means: disconnect and connect again.
 */
import { z } from 'zod';
import { LAYERS, type RefusalCode, type Role } from './codes.js';
import type { CommandMessage } from './commands.js';
import { RENDER_STATES } from './persisted.js';
import type { Params, SliceKey, State } from './slices.js';

export const handshakeSchema = z.strictObject({
  protocol: z.int(),
  build: z.string().max(100),
  /** What a page without a cookie shows to be let in: an overlay's is in its address. */
  token: z.string().max(100).optional(),
});
export type Handshake = z.infer<typeof handshakeSchema>;

export type Reply = { ok: true } | { ok: false; code: RefusalCode; params: Params; message: string };

/** Who the page is to the server: the device that it was paired as. */
export interface You {
  deviceId: string;
  role: Role;
}

export interface Snapshot {
  bootId: string;
  you: You;
  seq: number;
  state: Partial<State>;
}

export interface Patch {
  bootId: string;
  seq: number;
  set: Partial<State>;
  gone: SliceKey[];
}

/** A command that was answered `ok` and then did not come true. */
export interface CommandFailed {
  commandId: string;
  code: RefusalCode;
  params: Params;
}

/** What a page looks at now. Replaces what it said before; nothing is sent that nobody looks at. */
export const watchSchema = z.strictObject({
  /** Program, up to five times a second. */
  program: z.boolean(),
  /** Scenes that are in sight, each every few seconds. */
  sceneIds: z.array(z.string().max(200)).max(50),
  statistics: z.boolean(),
  /** How loud inputs are. */
  levels: z.boolean(),
});
export type Watch = z.infer<typeof watchSchema>;

/** A scene as it looks now: a JPEG of 320x180, or null when OBS has none to give. */
export interface ScenePicture {
  sceneId: string;
  at: number;
  jpeg: ArrayBuffer | null;
  /** Names of the inputs in it that had a picture and have none: unplugged, or a feed that ended. */
  dead: string[];
}

/** RMS, peak, and peak before fader and mute: in dB below full scale, one decimal, `SILENCE_DB` at the least. */
export type Level = [rms: number, peak: number, pre: number];

/** How loud it is, at most ten times a second: each the loudest since the last time and of its channels. */
export interface Levels {
  at: number;
  /** By input id. An input that is in no scene on program is absent, which is not silent. */
  inputs: Record<string, Level>;
  /** RMS and peak of the program mix, computed from the inputs: OBS does not tell its own. */
  mix: [rms: number, peak: number];
}

/** OBS's own figures, once a second. Rates are of the last seconds; null: not running, or too early to say. */
export interface Statistics {
  at: number;
  cpuPercent: number;
  activeFps: number;
  /** Share of frames of the last seconds that OBS drew too late, 0 to 1. */
  renderLag: number;
  diskFreeBytes: number;
  stream: { kbps: number | null; droppedShare: number; dropped: number; congestion: number } | null;
  record: { kbps: number | null; bytes: number } | null;
}

export const helloSchema = z.strictObject({
  /** Random, one per page load. */
  rendererId: z.uuid(),
  kind: z.enum(['air', 'preview']),
  layers: z.array(z.enum(LAYERS)).min(1),
  build: z.string().max(100),
  /** `window.obsstudio` exists. */
  inObs: z.boolean(),
  /** The OBS source this page lives in, from `?source=`. */
  source: z.string().max(200).nullable(),
});
export type RendererHello = z.infer<typeof helloSchema>;

export const reportSchema = z.strictObject({
  layer: z.enum(LAYERS),
  /** Null with state `out`: nothing is on this layer. */
  instanceId: z.uuid().nullable(),
  state: z.enum(RENDER_STATES),
  step: z.number().nullable(),
  /** On the server's clock. */
  at: z.number(),
});
export type RendererReport = z.infer<typeof reportSchema>;

/** Measures the clock's offset: the answer is the server's time when it answered. */
type ClockRequest = (answer: (now: number) => void) => void;

interface ServerToPage {
  snapshot: (snapshot: Snapshot) => void;
  patch: (patch: Patch) => void;
  /** The server's clock stepped or slept: measure the offset again before sending anything live. */
  'clock.stepped': () => void;
}

export interface DeskToServer {
  clock: ClockRequest;
  command: (command: CommandMessage, answer: (reply: Reply) => void) => void;
  watch: (watch: Watch) => void;
}
export interface ServerToDesk extends ServerToPage {
  'command.failed': (failure: CommandFailed) => void;
  /** Somebody looks for this device. */
  flash: (who: { name: string }) => void;
  /** These three are volatile: a slow client misses some, and the next one is right again. */
  picture: (picture: ScenePicture) => void;
  statistics: (statistics: Statistics) => void;
  levels: (levels: Levels) => void;
}

export interface OverlayToServer {
  clock: ClockRequest;
  'renderer.hello': (hello: RendererHello) => void;
  'renderer.report': (report: RendererReport) => void;
}
export interface ServerToOverlay extends ServerToPage {
  'renderer.ping': (answer: () => void) => void;
}
