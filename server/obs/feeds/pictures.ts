import type { ScenePicture } from '../../protocol/events.js';
import type { Clock } from '../../show/clock.js';
import type { Log } from '../../show/log.js';
import { CallFailed } from '../failure.js';
import type { Ask } from '../session.js';
import { readInputsIn } from '../translate/sceneInputs.js';
import { hasPicture, readScreenshot, type Seen } from '../translate/screenshots.js';

const WIDTH = 320;
/** How often each is drawn, in ms: OBS draws under the lock that its own frames need. */
const CALM = { program: 300, other: 2500, input: 5000 } as const;
/** While OBS draws frames too late, a picture for the tablet comes second. */
const STRAINED = { program: 1000, other: 8000, input: 15_000 } as const;
/** Share of frames that OBS draws too late from which on it is strained. */
const STRAIN = 0.01;
/** After an answer that never came, or while nothing is due, in ms. */
const PAUSE_MS = 500;
const SHORTEST_PAUSE_MS = 20;

export interface PicturesOptions {
  clock: Clock;
  log: Log;
  /** Null while OBS is out of sight. */
  ask: () => Ask | null;
  programId: () => string | null;
  /** What OBS calls that scene. */
  scene: (sceneId: string) => Seen | undefined;
  tell: (picture: ScenePicture) => void;
}

/** Pictures of the scenes that somebody looks at, one at a time, the most overdue first. */
export class PicturesFeed {
  readonly #options: PicturesOptions;
  #wanted: { program: boolean; sceneIds: readonly string[] } = { program: false, sceneIds: [] };
  #renderLag = 0;
  readonly #drawnAt = new Map<string, number>();
  readonly #inputs = new Map<string, { hadPicture: boolean; isDead: boolean; at: number }>();
  readonly #contents = new Map<string, { inputs: readonly Seen[]; at: number }>();
  #isRunning = false;
  #cancel: () => void = () => undefined;

  constructor(options: PicturesOptions) {
    this.#options = options;
  }

  want(program: boolean, sceneIds: readonly string[]): void {
    for (const sceneId of sceneIds) {
      // Somebody has just begun to look: now, and not when it would have been due.
      if (!this.#wanted.sceneIds.includes(sceneId)) this.#drawnAt.delete(sceneId);
    }
    if (program && !this.#wanted.program) this.#drawnAt.clear();
    this.#wanted = { program, sceneIds };
    if (this.#isRunning) return;
    this.#cancel();
    void this.#run();
  }

  /** Share of frames that OBS drew too late. */
  strain(renderLag: number): void {
    this.#renderLag = renderLag;
  }

  stop(): void {
    this.#wanted = { program: false, sceneIds: [] };
    this.#cancel();
  }

  async #run(): Promise<void> {
    this.#isRunning = true;
    const waitMs = await this.#step();
    this.#isRunning = false;
    if (waitMs === null) return;
    this.#cancel = this.#options.clock.after(waitMs, () => void this.#run());
  }

  /** Draws what is due; answers when to look again, or null when nobody looks. */
  async #step(): Promise<number | null> {
    const { ask, clock, log } = this.#options;
    const targets = this.#targets();
    if (targets.length === 0) return null;
    const line = ask();
    if (line === null) return PAUSE_MS;
    const now = clock.now();
    const [next] = targets
      .map((target) => ({ ...target, dueAt: (this.#drawnAt.get(target.sceneId) ?? 0) + target.everyMs }))
      .sort((a, b) => a.dueAt - b.dueAt);
    if (next === undefined) return null;
    if (next.dueAt > now) return Math.min(Math.max(next.dueAt - now, SHORTEST_PAUSE_MS), PAUSE_MS);
    this.#drawnAt.set(next.sceneId, now);
    try {
      await this.#draw(line, next.sceneId);
      return SHORTEST_PAUSE_MS;
    } catch (error) {
      // The scene went, or OBS has no time: its own news tell more. What cannot be read is a fault of ours.
      if (!(error instanceof CallFailed)) log('error', 'a picture could not be read', error);
      return PAUSE_MS;
    }
  }

  #targets(): { sceneId: string; everyMs: number }[] {
    const pace = this.#pace;
    const programId = this.#wanted.program ? this.#options.programId() : null;
    const others = this.#wanted.sceneIds.filter((sceneId) => sceneId !== programId);
    return [
      ...(programId === null ? [] : [{ sceneId: programId, everyMs: pace.program }]),
      ...others.map((sceneId) => ({ sceneId, everyMs: pace.other })),
    ];
  }

  async #draw(ask: Ask, sceneId: string): Promise<void> {
    const { scene, clock, tell } = this.#options;
    const seen = scene(sceneId);
    if (seen === undefined) return;
    const jpeg = await readScreenshot(ask, seen, WIDTH);
    const at = clock.now();
    const dead: string[] = [];
    for (const input of await this.#inputsIn(ask, sceneId, seen))
      if (await this.#isDead(ask, input)) dead.push(input.name);
    tell({ sceneId, at, jpeg: jpeg === null ? null : bytesOf(jpeg), dead });
  }

  async #inputsIn(ask: Ask, sceneId: string, scene: Seen): Promise<readonly Seen[]> {
    const now = this.#options.clock.now();
    const known = this.#contents.get(sceneId);
    if (known !== undefined && now - known.at < this.#pace.input) return known.inputs;
    const inputs = await readInputsIn(ask, scene);
    this.#contents.set(sceneId, { inputs, at: now });
    return inputs;
  }

  /** It had a picture and has none. What never had one may be a mic, which OBS does not tell from an unplugged camera. */
  async #isDead(ask: Ask, input: Seen): Promise<boolean> {
    const now = this.#options.clock.now();
    const key = input.uuid ?? input.name;
    const known = this.#inputs.get(key);
    if (known !== undefined && now - known.at < this.#pace.input) return known.isDead;
    const has = await hasPicture(ask, input);
    const hadPicture = has || known?.hadPicture === true;
    this.#inputs.set(key, { hadPicture, isDead: hadPicture && !has, at: now });
    return hadPicture && !has;
  }

  get #pace() {
    return this.#renderLag > STRAIN ? STRAINED : CALM;
  }
}

/** A buffer of Node's may be a window on a pool: only its own bytes travel. */
function bytesOf(buffer: Buffer): ArrayBuffer {
  return new Uint8Array(buffer).buffer;
}
