import type { Emit } from '../wire/subscriptions.js';
import { namedScene } from './scenery.js';
import type { Scene } from './sources.js';
import type { Timers } from './timers.js';
import type { Transitions } from './transitions.js';

/** One frame at 30 a second: even a cut waits for it. */
const FRAME_MS = 33;
/** OBS says that a transition ended only when the sound has caught up too. */
const AUDIO_TAIL_MS = 80;

/** What is on program and, in studio mode, on preview; and the way from one scene to the next. */
export class Program {
  #preview: Scene | null = null;
  #isStudio = false;
  #cancelRunning: () => void = () => {};

  /** `scene` is where a running transition leads, as OBS answers it. */
  constructor(
    private scene: Scene,
    private readonly transitions: Transitions,
    private readonly timers: Timers,
    private readonly emit: Emit,
  ) {}

  get current(): Scene {
    return this.scene;
  }

  get preview(): Scene | null {
    return this.#preview;
  }

  get isStudio(): boolean {
    return this.#isStudio;
  }

  /** Starts a transition; on the scene that is already there nothing happens and nothing is said. */
  goTo(scene: Scene): void {
    if (scene === this.scene) return;
    this.#cancelRunning(); // an interrupted transition never reports its scene
    this.scene = scene;
    const { current, duration } = this.transitions;
    const transition = { transitionName: current.name, transitionUuid: current.uuid };
    this.emit('SceneTransitionStarted', transition);
    this.#cancelRunning = this.timers.after(current.isFixed ? FRAME_MS : duration + FRAME_MS, () => {
      this.emit('SceneTransitionVideoEnded', transition);
      this.emit('CurrentProgramSceneChanged', namedScene(scene));
      this.#cancelRunning = this.timers.after(AUDIO_TAIL_MS, () =>
        this.emit('SceneTransitionEnded', transition),
      );
    });
  }

  setPreview(scene: Scene): void {
    if (!this.#isStudio || scene === this.#preview) return;
    this.#preview = scene;
    this.emit('CurrentPreviewSceneChanged', namedScene(scene));
  }

  /** Preview goes to program, and what was there comes back to preview. */
  take(): void {
    const next = this.#preview;
    if (next === null) return;
    this.setPreview(this.scene);
    this.goTo(next);
  }

  setStudio(isStudio: boolean): void {
    if (isStudio === this.#isStudio) return;
    this.#isStudio = isStudio;
    this.#preview = isStudio ? this.scene : null;
    this.emit('StudioModeStateChanged', { studioModeEnabled: isStudio });
  }

  /** Another collection was loaded: no transition, and nothing of the old scenes is left. */
  replace(scene: Scene): void {
    this.#cancelRunning();
    this.scene = scene;
    if (this.#isStudio) this.#preview = scene;
    this.emit('CurrentProgramSceneChanged', namedScene(scene));
  }
}
