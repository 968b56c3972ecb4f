import type { Emit } from '../wire/subscriptions.js';
import { namedScene } from './scenery.js';
import { shownBy, type Scene, type Source } from './sources.js';
import type { Timers } from './timers.js';
import type { Transition, Transitions } from './transitions.js';

/** One frame at 30 a second: even a cut waits for it. */
const FRAME_MS = 33;
/** OBS says that a transition ended only when the sound has caught up too. */
const AUDIO_TAIL_MS = 80;

/** A scene that is seen. In studio mode it is a copy: what is hidden in the scene later is still seen. */
interface Side {
  scene: Scene;
  copied: ReadonlySet<Source> | null;
}

/** How long a transition counts as running, whatever became of it meanwhile. */
interface Count {
  since: number;
  durationMs: number;
}

/** What is on program and, in studio mode, on preview; and the way from one scene to the next. */
export class Program {
  #preview: Scene | null = null;
  #isStudio = false;
  #onAir: Side;
  #goingTo: Side | null = null;
  /** The last of each transition, by its uuid; a cut is over at once and not among them. */
  readonly #counts = new Map<string, Count>();
  /** By which a scene came that has a transition of its own; null: OBS is set to what is chosen. */
  #own: Transition | null = null;
  /** What comes to preview when the transition ends. */
  #swap: Scene | null = null;
  #cancelRunning: () => void = () => {};

  /** `scene` is what OBS answers: where a running transition leads, or in studio mode what was asked for last. */
  constructor(
    private scene: Scene,
    private readonly transitions: Transitions,
    private readonly timers: Timers,
    private readonly emit: Emit,
  ) {
    this.#onAir = { scene, copied: null };
  }

  get current(): Scene {
    return this.scene;
  }

  get preview(): Scene | null {
    return this.#preview;
  }

  get isStudio(): boolean {
    return this.#isStudio;
  }

  /** What is really seen, both sides of a transition. */
  get seen(): ReadonlySet<Source> {
    const to = this.#goingTo;
    return new Set([...sourcesOf(this.#onAir), ...(to === null ? [] : sourcesOf(to))]);
  }

  /**
   * Starts a transition. Outside of studio mode nothing happens on the scene that is already there. In studio mode a
   * running one is not broken off: OBS then names the scene that was asked for, and shows the one it was going to. It is
   * told by the transition that OBS is set to.
   */
  goTo(scene: Scene): void {
    if (this.#isStudio) {
      if (this.scene !== this.#preview) this.#swap = this.scene;
      this.scene = scene;
      if (this.#passed(this.#own ?? this.transitions.current) >= 1) this.#start(scene);
    } else if (scene !== this.scene) {
      this.scene = scene;
      this.#start(scene);
    }
  }

  /** What runs by another never ends then, and its end is not said: both sides are seen until the next begins. */
  choose(transition: Transition): void {
    const isOther = transition !== (this.#own ?? this.transitions.current);
    if (this.#goingTo !== null && isOther) this.#cancelRunning();
    this.#own = null;
    this.transitions.choose(transition);
  }

  /** How much of the chosen transition has passed by its count, from 0 to 1. */
  get cursor(): number {
    return this.#passed(this.transitions.current);
  }

  setPreview(scene: Scene): void {
    if (!this.#isStudio || scene === this.#preview) return;
    this.#preview = scene;
    this.emit('CurrentPreviewSceneChanged', namedScene(scene));
  }

  /** Preview goes to program; when it is there, what was there comes back to preview. */
  take(): void {
    if (this.#preview !== null) this.goTo(this.#preview);
  }

  /** Off: a running transition ends at once, and OBS names the preview as program in passing. */
  setStudio(isStudio: boolean): void {
    if (isStudio === this.#isStudio) return;
    this.#isStudio = isStudio;
    const wasPreview = this.#preview ?? this.scene;
    this.#preview = isStudio ? this.scene : null;
    this.#swap = null;
    if (!isStudio) {
      this.#cancelRunning();
      this.#goingTo = null;
    }
    if (this.#goingTo === null) this.#onAir = this.#side(this.scene);
    if (!isStudio) {
      this.emit('CurrentProgramSceneChanged', namedScene(wasPreview));
      this.emit('CurrentProgramSceneChanged', namedScene(this.scene));
    }
    this.emit('StudioModeStateChanged', { studioModeEnabled: isStudio });
  }

  /** Another collection was loaded: no transition, and nothing of the old scenes is left. */
  replace(scene: Scene): void {
    this.#cancelRunning();
    this.scene = scene;
    this.#goingTo = null;
    this.#swap = null;
    this.#onAir = this.#side(scene);
    if (this.#isStudio) this.#preview = scene;
    this.emit('CurrentProgramSceneChanged', namedScene(scene));
  }

  #start(scene: Scene): void {
    this.#cancelRunning(); // an interrupted transition never reports its scene
    const { own, isFixed, name, uuid, durationMs } = this.transitions.for(scene);
    const transition = { transitionName: name, transitionUuid: uuid };
    this.#goingTo = this.#side(scene);
    this.#own = own;
    if (!isFixed) this.#counts.set(uuid, { since: performance.now(), durationMs });
    this.emit('SceneTransitionStarted', transition);
    this.#cancelRunning = this.timers.after(isFixed ? FRAME_MS : durationMs + FRAME_MS, () => {
      this.#arrive();
      this.emit('SceneTransitionVideoEnded', transition);
      const swap = this.#swap;
      this.#swap = null;
      if (swap !== null) this.setPreview(swap);
      this.emit('CurrentProgramSceneChanged', namedScene(this.scene));
      this.#cancelRunning = this.timers.after(AUDIO_TAIL_MS, () =>
        this.emit('SceneTransitionEnded', transition),
      );
    });
  }

  #arrive(): void {
    if (this.#goingTo !== null) this.#onAir = this.#goingTo;
    this.#goingTo = null;
  }

  #passed({ uuid }: Transition): number {
    const count = this.#counts.get(uuid);
    return count === undefined ? 1 : Math.min(1, (performance.now() - count.since) / count.durationMs);
  }

  #side(scene: Scene): Side {
    return { scene, copied: this.#isStudio ? shownBy(scene) : null };
  }
}

function sourcesOf({ scene, copied }: Side): ReadonlySet<Source> {
  return copied ?? shownBy(scene);
}
