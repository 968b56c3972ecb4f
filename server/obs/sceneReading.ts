import type { Scene } from '../protocol/slices.js';
import type { Clock } from '../show/clock.js';
import { LOSS_MS, Losses } from './losses.js';
import type { Ask } from './session.js';
import type { TopicReading } from './topicReading.js';
import type { News, ObsScene } from './translate/events.js';
import { readScenes } from './translate/reads.js';

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
  readonly #losses: Losses;

  constructor(options: SceneReadingOptions) {
    this.#options = options;
    this.#losses = new Losses(options.clock);
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
    if (!believe && this.#losses.isTooSoon(this.#value, byId)) {
      lookIn(LOSS_MS);
      return;
    }
    this.#losses.believe();
    this.#byId = byId;
    this.#value = [...byId].map(([id, { name }]) => ({ id, name }));
  }
}
