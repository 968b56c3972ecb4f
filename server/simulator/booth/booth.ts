import type { Emit, EventType } from '../wire/subscriptions.js';
import { Activity } from './activity.js';
import { Collections } from './collections.js';
import { boothCollection, type Collection } from './furnishing.js';
import { Meters } from './meters.js';
import { Profiles } from './profiles.js';
import { Program } from './program.js';
import { Recording } from './recording.js';
import { ReplayBuffer } from './replayBuffer.js';
import { Scenery } from './scenery.js';
import { shownBy, type Scene, type Source } from './sources.js';
import { Streaming } from './streaming.js';
import { Timers } from './timers.js';
import { Transitions } from './transitions.js';
import { VirtualCamera } from './virtualCamera.js';

/** Changes nothing that is seen, and comes often. */
const UNSEEN: ReadonlySet<EventType> = new Set(['InputVolumeMeters']);

/** Everything that this OBS is: what clients change and hear of, and what a test looks at. */
export class Booth {
  readonly scenery: Scenery;
  readonly collections: Collections;
  readonly transitions: Transitions;
  readonly program: Program;
  readonly profiles: Profiles;
  readonly recording: Recording;
  readonly streaming: Streaming;
  readonly replayBuffer: ReplayBuffer;
  readonly virtualCamera: VirtualCamera;
  readonly meters: Meters;
  readonly emit: Emit;
  /** Of the disk that recordings go to; a test fills it. */
  diskFreeMib = 80_000;
  readonly #timers = new Timers();

  constructor(tell: Emit) {
    const emit: Emit = (type, data) => {
      tell(type, data);
      if (!UNSEEN.has(type)) activity.look();
    };
    const activity = new Activity(() => this.program.seen, tell);
    this.emit = emit;
    const first = boothCollection();
    this.scenery = new Scenery(first, emit);
    this.transitions = new Transitions(emit);
    this.program = new Program(first.start, this.transitions, this.#timers, emit);
    this.collections = new Collections(
      { unload: () => this.scenery.unload(), load: (next) => this.#load(next) },
      this.#timers,
      emit,
      first,
    );
    this.profiles = new Profiles(emit);
    this.recording = new Recording(this.profiles, this.#timers, emit);
    this.streaming = new Streaming(this.#timers, emit);
    this.replayBuffer = new ReplayBuffer(this.profiles, this.#timers, emit);
    this.virtualCamera = new VirtualCamera(this.#timers, emit);
    this.meters = new Meters(() => this.shown(), this.#timers, emit);
    activity.look();
  }

  /** What shows on program or preview at this moment. */
  shown(): Set<Source> {
    const shown = new Set(this.program.seen);
    if (this.program.preview !== null) shownBy(this.program.preview).forEach((source) => shown.add(source));
    return shown;
  }

  /** Another scene takes its place where it was on program or preview; the last scene stays. */
  removeScene(scene: Scene): boolean {
    const next = this.scenery.scenes.find((candidate) => candidate !== scene);
    if (next === undefined) return false;
    this.scenery.removeScene(scene);
    if (this.program.preview === scene) this.program.setPreview(next);
    if (this.program.current === scene) this.program.goTo(next);
    return true;
  }

  /** Nothing more happens by itself from here on. */
  close(): void {
    this.#timers.cancelAll();
  }

  #load(collection: Collection): void {
    this.scenery.load(collection);
    this.program.replace(collection.start);
  }
}
