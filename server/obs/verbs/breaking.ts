import type { Clock } from '../../show/clock.js';
import type { Log } from '../../show/log.js';
import { Refusal } from '../../show/refusal.js';
import type { Send, Sender } from '../sender.js';
import { chosenIn, cutIn, isOver } from '../translate/transitions.js';

/** OBS counts a transition's time by the frame that it draws, which is late on a machine under load, in ms. */
const COUNT_LAG_MS = 250;
/** How long one may last of which nobody knows more, in ms. */
const UNKNOWN_MS = 1000;

export interface BreakingOptions {
  sender: Sender;
  clock: Clock;
  log: Log;
  isStudio: () => boolean;
  /** When what is seen to run will be over; null when nothing is. */
  endsAt: () => number | null;
  /** How long the chosen transition lasts; null where OBS does not say. */
  chosenMs: () => number | null;
  /** Resolves when another transition may be chosen. @throws Refusal `in-transition` */
  quiet: () => Promise<void>;
}

/**
 * Breaks off what studio mode does not break off. OBS begins no transition while the one that it is set to counts as
 * running: with its cut chosen it is set to another. What was chosen is put back when the broken one is past; before
 * that OBS would be held by it again.
 */
export class Breaking {
  readonly #options: BreakingOptions;
  #countsUntil = 0;
  #before: string | null = null;
  #cancel: () => void = () => undefined;

  constructor(options: BreakingOptions) {
    this.#options = options;
  }

  /** Until then OBS counts as running what was broken off; null when it counts nothing. */
  get countsUntil(): number | null {
    return this.#countsUntil > this.#options.clock.now() ? this.#countsUntil : null;
  }

  /** A transition can begin then. @throws Refusal */
  async breakOff(send: Send): Promise<void> {
    const { isStudio, endsAt, chosenMs, clock } = this.#options;
    if (!isStudio()) return;
    const seenUntil = endsAt();
    // What began this very moment is not seen yet, and OBS knows.
    if (seenUntil === null && isOver(await send('GetCurrentSceneTransitionCursor', undefined))) return;
    const list = await send('GetSceneTransitionList', undefined);
    const cut = cutIn(list);
    if (cut === null) throw new Refusal('in-transition');
    await send('SetCurrentSceneTransition', { transitionName: cut });
    const chosen = chosenIn(list);
    if (chosen !== cut) this.#before = chosen;
    const until = (seenUntil ?? clock.now() + (chosenMs() ?? UNKNOWN_MS)) + COUNT_LAG_MS;
    this.#countsUntil = Math.max(this.#countsUntil, until);
    this.#cancel();
    this.#cancel = clock.after(this.#countsUntil - clock.now(), () => void this.#putBack(cut));
  }

  /** Unless somebody chose another since. A refusal changes nothing: everybody sees what is chosen. */
  async #putBack(cut: string): Promise<void> {
    const { sender, clock, log, quiet } = this.#options;
    const before = this.#before;
    this.#before = null;
    if (before === null) return;
    const act = async (send: Send) => {
      await quiet();
      if (chosenIn(await send('GetSceneTransitionList', undefined)) !== cut) return;
      await send('SetCurrentSceneTransition', { transitionName: before });
    };
    await sender.run('transition', clock.now(), act).catch((error: unknown) => {
      if (!(error instanceof Refusal)) log('error', 'The transition could not be put back.', error);
    });
  }
}
