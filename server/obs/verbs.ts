import type { Clock } from '../show/clock.js';
import type { Device } from '../show/device.js';
import type { Log } from '../show/log.js';
import { within } from './deadline.js';
import type { ObsLink } from './link.js';
import type { Mirror } from './mirror.js';
import { Sender } from './sender.js';
import { refusalOf } from './translate/refusals.js';
import { Breaking } from './verbs/breaking.js';
import { programVerbs } from './verbs/program.js';
import { FileNaming, type OwnFormattings } from './verbs/fileNaming.js';
import { recordVerbs } from './verbs/record.js';
import { untilOver } from './verbs/standing.js';
import { streamVerbs } from './verbs/stream.js';
import { replayVerbs } from './verbs/replay.js';
import { virtualCameraVerbs } from './verbs/virtualCamera.js';
import { soundVerbs } from './verbs/sound.js';
import { previewVerbs, studioVerbs } from './verbs/studio.js';
import { transitionVerbs } from './verbs/transition.js';
import { Yielding } from './verbs/yielding.js';

/** Longer than a change of collection takes, shorter than anybody waits. */
const LOOK_LIMIT_MS = 3000;
/** How long a recording waits for its name: it takes OBS a few ms. */
const NAMING_LIMIT_MS = 700;

export interface VerbsOptions {
  link: Pick<ObsLink, 'session' | 'state'>;
  mirror: Pick<
    Mirror,
    'find' | 'findInput' | 'knows' | 'slices' | 'isQuiet' | 'until' | 'lookAgain' | 'doubt'
  >;
  clock: Clock;
  log: Log;
  formattings: OwnFormattings;
}

/** What we ask of OBS, one file of verbs a noun. */
export class Verbs implements Device {
  readonly program: Device['program'];
  readonly studio: Device['studio'];
  readonly preview: Device['preview'];
  readonly transition: Device['transition'];
  readonly record: Device['record'];
  readonly stream: Device['stream'];
  readonly replay: Device['replay'];
  readonly virtualCamera: Device['virtualCamera'];
  readonly sound: Device['sound'];
  readonly #options: VerbsOptions;
  readonly #sender: Sender;
  readonly #yielding = new Yielding();
  readonly #breaking: Breaking;

  constructor(options: VerbsOptions) {
    const { link, mirror, clock, log, formattings } = options;
    this.#options = options;
    this.#sender = new Sender({
      link,
      clock,
      knows: (request) => mirror.knows(request),
      doubt: () => mirror.doubt(),
    });
    const find = (sceneId: string) => mirror.find(sceneId);
    const standing = () => this.#yielding.run(this.#whenOver(() => !this.#isHeld));
    const quiet = () => this.#whenOver(() => this.#isQuiet);
    this.#breaking = new Breaking({
      ...{ sender: this.#sender, clock, log, quiet },
      isStudio: () => this.#isStudio,
      endsAt: () => this.#endsAt,
      chosenMs: () => mirror.slices.transition?.durationMs ?? null,
    });
    this.program = programVerbs(this.#sender, {
      ...{ find, standing },
      overtake: () => this.#yielding.overtake(),
      breakOff: (send) => this.#breaking.breakOff(send),
    });
    this.studio = studioVerbs(this.#sender, standing);
    this.preview = previewVerbs(this.#sender, find);
    this.transition = transitionVerbs(this.#sender, { find, standing, quiet });
    this.record = recordVerbs(this.#sender, {
      recording: () => mirror.slices.record,
      naming: new FileNaming(formattings),
      soon: (naming) => within(clock, NAMING_LIMIT_MS, naming),
      log,
    });
    this.stream = streamVerbs(this.#sender);
    this.replay = replayVerbs(this.#sender);
    this.virtualCamera = virtualCameraVerbs(this.#sender);
    this.sound = soundVerbs(this.#sender, (inputId) => mirror.findInput(inputId));
  }

  async lookAgain(): Promise<void> {
    this.#sender.hereOrRefuse();
    try {
      await within(this.#options.clock, LOOK_LIMIT_MS, this.#options.mirror.lookAgain());
    } catch (error) {
      throw refusalOf(error, null);
    }
  }

  get #isGoing(): boolean {
    return this.#options.mirror.slices.program?.goingTo != null;
  }

  /** OBS would take a request for program, and go on to where it is going. */
  get #isHeld(): boolean {
    return this.#isGoing && this.#isStudio;
  }

  get #isStudio(): boolean {
    return this.#options.mirror.slices.studio?.isOn === true;
  }

  /** Another transition may be chosen: the last one has ended, sound included, and OBS counts none as running. */
  get #isQuiet(): boolean {
    return !this.#isGoing && this.#options.mirror.isQuiet && this.#breaking.countsUntil === null;
  }

  /** Of what is seen to run. */
  get #endsAt(): number | null {
    const goingTo = this.#options.mirror.slices.program?.goingTo;
    return goingTo == null ? null : goingTo.startedAt + goingTo.durationMs;
  }

  #whenOver(isOver: () => boolean): Promise<void> {
    const { mirror, clock } = this.#options;
    const endsAt = () => this.#endsAt ?? this.#breaking.countsUntil;
    const until = (fits: () => boolean, limitMs: number) => mirror.until(fits, limitMs);
    return untilOver(isOver, { endsAt, now: () => clock.now(), until });
  }
}
