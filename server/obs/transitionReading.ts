import type { Transition } from '../protocol/slices.js';
import type { Clock } from '../show/clock.js';
import type { Ask } from './session.js';
import type { TopicReading } from './topicReading.js';
import type { News } from './translate/events.js';
import { readTransition } from './translate/transitions.js';

/** The sound of a transition ends up to half a second after its picture, on a machine under load; more is never. */
const TAIL_MS = 1300;

export interface TransitionReadingOptions {
  clock: Clock;
  ask: Ask;
  /** Asks for another `read` after so many ms; replaces an earlier wish. */
  lookIn: (ms: number) => void;
}

/** The chosen transition, and whether OBS is still busy with the last one. */
export class TransitionReading implements TopicReading<Transition> {
  readonly #options: TransitionReadingOptions;
  #value: Transition = { name: '', durationMs: null, choices: [] };
  /** When its last step was heard: it began, or it arrived. */
  #movedAt = 0;
  #isEnded = true;

  constructor(options: TransitionReadingOptions) {
    this.#options = options;
  }

  get value(): Transition {
    return this.#value;
  }

  /**
   * True when the last transition has ended, sound included: OBS forgets to say what comes next when another is chosen
   * before. Where its end is never said, time tells; while its picture runs, `program` tells.
   */
  get isQuiet(): boolean {
    return this.#isEnded || this.#options.clock.now() - this.#movedAt >= TAIL_MS;
  }

  hear({ about }: News): boolean {
    if (about === 'transition-ended') this.#isEnded = true;
    if (about === 'transition') this.#isEnded = false;
    if (about === 'transition' || (about === 'program' && !this.#isEnded)) {
      this.#movedAt = this.#options.clock.now();
      this.#options.lookIn(TAIL_MS);
    }
    return about === 'choice' || about === 'transition-ended';
  }

  async read(): Promise<void> {
    this.#value = await readTransition(this.#options.ask);
  }
}
