import type { Scene } from '../protocol/slices.js';
import type { Clock } from '../show/clock.js';
import type { Ask } from './session.js';
import type { TopicReading } from './topicReading.js';
import type { News, ObsScene } from './translate/events.js';
import { readScenes } from './translate/reads.js';

/** OBS removes its scenes one by one before it says that it quits: a loss is believed when it lasts, in ms. */
const LOSS_MS = 400;

export interface SceneReadingOptions {
  clock: Clock;
  ask: Ask;
  idOf: (scene: ObsScene) => string;
  /** Asks for another `read` after so many ms; replaces an earlier wish. */
  lookIn: (ms: number) => void;
}

/** The list of scenes, top first, and what OBS calls each. */
export class SceneReading implements TopicReading<Scene[]> {
  readonly #options: SceneReadingOptions;
  #value: Scene[] = [];
  #byId: ReadonlyMap<string, ObsScene> = new Map();
  #lossAt: number | null = null;

  constructor(options: SceneReadingOptions) {
    this.#options = options;
  }

  get value(): Scene[] {
    return this.#value;
  }

  hear({ about }: News): boolean {
    return about === 'scenes' || about === 'rename';
  }

  /** What OBS calls the scene of that id. */
  find(id: string): ObsScene | undefined {
    return this.#byId.get(id);
  }

  /** `believe`: another collection was opened, so what is missing is gone. */
  async read(believe: boolean): Promise<void> {
    const { ask, idOf, lookIn } = this.#options;
    const listed = await readScenes(ask);
    const byId = new Map(listed.map((scene) => [idOf(scene), scene]));
    if (!believe && this.#losesTooSoon(byId)) {
      lookIn(LOSS_MS);
      return;
    }
    this.#lossAt = null;
    this.#byId = byId;
    this.#value = [...byId].map(([id, { name }]) => ({ id, name }));
  }

  #losesTooSoon(byId: ReadonlyMap<string, ObsScene>): boolean {
    if (this.#value.every(({ id }) => byId.has(id))) return false;
    const now = this.#options.clock.now();
    this.#lossAt ??= now;
    return now - this.#lossAt < LOSS_MS;
  }
}
