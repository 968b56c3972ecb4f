import type { Program } from '../protocol/slices.js';
import type { Clock } from '../show/clock.js';
import type { Ask } from './session.js';
import type { TopicReading } from './topicReading.js';
import type { News, ObsScene } from './translate/events.js';
import { readProgram } from './translate/reads.js';
import { readTransitionMs } from './translate/transitions.js';

/** Within this time events may come in any order, in ms. */
const SETTLE_MS = 60;
/** The change is said up to 100 ms after a transition's end; past this it is looked for. */
const GRACE_MS = 500;

export interface ProgramReadingOptions {
  clock: Clock;
  ask: Ask;
  idOf: (scene: ObsScene) => string;
  isStudio: () => boolean;
  /** False of a scene that is gone, or of another collection. */
  isThere: (sceneId: string) => boolean;
  /** Asks for another `read` after so many ms; replaces an earlier wish. */
  lookIn: (ms: number) => void;
}

/**
 * What is on program. A read gives the scene that a transition goes to, the event at its end the one that is on: so the
 * event confirms, and a read without one is believed when it says the same twice.
 *
 * In studio mode OBS breaks no transition off. Asked to, it names the new scene from then on, and shows the one that it
 * was going to: that one is on program until a transition begins, or studio mode ends.
 */
export class ProgramReading implements TopicReading<Program> {
  readonly #options: ProgramReadingOptions;
  #value: Program = { sceneId: null, goingTo: null };
  #started: { transition: string; at: number; wasDoubted: boolean } | null = null;
  #confirmed: ObsScene | null = null;
  /** What OBS names, and what it shows instead. */
  #misnamed: { named: string; shown: string } | null = null;
  #suspect: string | null = null;

  constructor(options: ProgramReadingOptions) {
    this.#options = options;
  }

  get value(): Program {
    return this.#value;
  }

  hear(news: News): boolean {
    if (news.about === 'program') this.changed(news.scene);
    if (news.about === 'transition') this.started(news.name);
    const { about } = news;
    return about === 'program' || about === 'transition' || about === 'studio' || about === 'rename';
  }

  /** OBS said that this scene is on program now; `read` next. */
  changed(scene: ObsScene): void {
    this.#confirmed = scene;
  }

  /** OBS said that a transition began; `read` next. */
  started(transition: string): void {
    this.#started = { transition, at: this.#options.clock.now(), wasDoubted: false };
  }

  /** `believe`: enough time passed since anything was asked or heard to take the read for what is on. */
  async read(believe: boolean): Promise<void> {
    const { clock, ask, idOf, lookIn } = this.#options;
    const scene = await readProgram(ask);
    const said = this.#confirmed && idOf(this.#confirmed);
    this.#confirmed = null;
    this.#misnamed = this.#judgeName(idOf(scene), said);
    const target = this.#shown(idOf(scene));
    const confirmed = said && this.#shown(said);
    const going = await this.#going(scene, target);
    this.#value = this.#judge(target, going, confirmed, believe);
    const { goingTo, sceneId } = this.#value;
    this.#suspect = target === sceneId || target === goingTo?.sceneId ? null : target;
    if (this.#started !== null || this.#suspect !== null) lookIn(SETTLE_MS);
    else if (goingTo !== null) lookIn(Math.max(lateAt(goingTo) - clock.now(), SETTLE_MS));
  }

  #judgeName(named: string, confirmed: string | null): { named: string; shown: string } | null {
    const { isStudio, isThere } = this.#options;
    if (!isStudio() || this.#started !== null) return null;
    if (this.#misnamed?.named === named && isThere(this.#misnamed.shown)) return this.#misnamed;
    const shown = this.#value.goingTo?.sceneId ?? null;
    const isElsewhere = shown !== null && shown !== named && shown !== confirmed && isThere(shown);
    return isElsewhere ? { named, shown } : null;
  }

  #shown(named: string): string {
    return this.#misnamed?.named === named ? this.#misnamed.shown : named;
  }

  async #going(scene: ObsScene, target: string): Promise<Program['goingTo']> {
    const { sceneId, goingTo } = this.#value;
    const started = this.#started;
    if (started === null) return goingTo;
    // OBS tells of the start a moment before it names the target: what was known already is asked once more.
    if (!started.wasDoubted && (target === sceneId || target === goingTo?.sceneId)) {
      started.wasDoubted = true;
      return goingTo;
    }
    this.#started = null;
    if (target === sceneId && goingTo === null) return null;
    const durationMs = await readTransitionMs(this.#options.ask, started.transition, scene);
    return durationMs === 0 ? null : { sceneId: target, startedAt: started.at, durationMs };
  }

  #judge(target: string, going: Program['goingTo'], confirmed: string | null, believe: boolean): Program {
    if (confirmed === target) return { sceneId: target, goingTo: null };
    const isLate = going !== null && this.#options.clock.now() >= lateAt(going);
    const isUnderWay = going !== null && !isLate;
    if (isUnderWay && going.sceneId === target) {
      return { sceneId: confirmed ?? this.#value.sceneId, goingTo: going };
    }
    if (believe || isLate || this.#suspect === target) return { sceneId: target, goingTo: null };
    return { sceneId: this.#value.sceneId, goingTo: isUnderWay ? going : null };
  }
}

function lateAt(going: NonNullable<Program['goingTo']>): number {
  return going.startedAt + going.durationMs + GRACE_MS;
}
