import { randomUUID } from 'node:crypto';
import type { Emit } from '../wire/subscriptions.js';
import type { Scene } from './sources.js';

export interface Transition {
  readonly uuid: string;
  readonly name: string;
  readonly kind: string;
  /** Has no duration to set. */
  readonly isFixed: boolean;
}

/** What a scene is come to by, whatever is chosen. Null: what is chosen. */
export interface Override {
  transition: Transition | null;
  durationMs: number | null;
}

/** The transitions that an untouched OBS has, and which one is chosen. */
export class Transitions {
  readonly all: readonly Transition[];
  readonly #overrides = new WeakMap<Scene, Override>();
  #current: Transition;
  #duration = 300;

  constructor(private readonly emit: Emit) {
    const cut = { uuid: randomUUID(), name: 'Cut', kind: 'cut_transition', isFixed: true };
    const fade = { uuid: randomUUID(), name: 'Fade', kind: 'fade_transition', isFixed: false };
    this.all = [cut, fade];
    this.#current = cut;
  }

  get current(): Transition {
    return this.#current;
  }

  /** In ms; counts for the transitions that are not fixed. */
  get duration(): number {
    return this.#duration;
  }

  /** The transition by which the scene is come to, and how long it lasts; `own` when that is the scene's own. */
  for(scene: Scene): Transition & { durationMs: number; own: Transition | null } {
    const { transition: own, durationMs } = this.overrideOf(scene);
    return { ...(own ?? this.#current), durationMs: durationMs ?? this.#duration, own };
  }

  overrideOf(scene: Scene): Override {
    return this.#overrides.get(scene) ?? { transition: null, durationMs: null };
  }

  override(scene: Scene, changes: Partial<Override>): void {
    this.#overrides.set(scene, { ...this.overrideOf(scene), ...changes });
  }

  choose(transition: Transition): void {
    if (transition === this.#current) return;
    this.#current = transition;
    this.emit('CurrentSceneTransitionChanged', {
      transitionName: transition.name,
      transitionUuid: transition.uuid,
    });
  }

  setDuration(ms: number): void {
    if (ms === this.#duration) return;
    this.#duration = ms;
    this.emit('CurrentSceneTransitionDurationChanged', { transitionDuration: ms });
  }
}
