import type { RefusalCode } from '../protocol/codes.js';
import type { CommandFailed } from '../protocol/events.js';
import type { Params, PendingCommand, State } from '../protocol/slices.js';
import type { Alerts } from './alerts.js';
import type { Clock } from './clock.js';
import type { Store } from './store.js';

/** What a command waits for after it was accepted. */
export interface Expectation extends Omit<PendingCommand, 'since'> {
  /** What it competes for: the newest command on a slot is the one that counts. */
  slot: string;
  /** True once it has come true. */
  done: (state: Readonly<Partial<State>>) => boolean;
  /** A code once it cannot come true any more; null while it can. */
  failed: (state: Readonly<Partial<State>>) => RefusalCode | null;
  /** True while it is visibly under way, so that a deadline only looks again. */
  underWay: (state: Readonly<Partial<State>>) => boolean;
  deadlineMs: number;
  /** Before giving up: reads the truth once more. */
  lookAgain: () => Promise<void>;
  /** What giving up is called. */
  code: RefusalCode;
  /** What its wording names; absent: nothing. */
  params?: Params;
  /** Puts our own wish back when it did not come true. */
  undo: () => void;
}

interface Waiting extends Expectation {
  since: number;
  accepted: boolean;
  /** It was refused, or has come true or failed: nothing is waited for any more. */
  isOver: boolean;
  /** What it took the slot from, until it is accepted itself. */
  older: Waiting | undefined;
  cancelDeadline: () => void;
}

/** Commands that were accepted and are not confirmed: *busy* for everybody, until the truth shows or a deadline ends. */
export class Pending {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #alerts: Alerts;
  readonly #tell: (failure: CommandFailed, asked: Expectation) => void;
  readonly #bySlot = new Map<string, Waiting>();

  constructor(options: {
    store: Store;
    clock: Clock;
    alerts: Alerts;
    tell: (failure: CommandFailed, asked: Expectation) => void;
  }) {
    this.#store = options.store;
    this.#clock = options.clock;
    this.#alerts = options.alerts;
    this.#tell = options.tell;
  }

  start(): void {
    this.#store.subscribe(() => {
      for (const waiting of this.#bySlot.values()) this.#judge(waiting);
    });
  }

  /**
   * Busy from the moment in which `act` asks until the truth shows. Rejects as `act` does; then nothing is waited for.
   * `act` asks first: what it asks for waits for none of what follows from it here.
   */
  async run(expectation: Expectation, act: () => Promise<void>): Promise<void> {
    const older = this.#bySlot.get(expectation.slot);
    older?.cancelDeadline();
    const waiting: Waiting = {
      ...expectation,
      since: this.#clock.now(),
      accepted: false,
      isOver: false,
      older,
      cancelDeadline: () => undefined,
    };
    this.#bySlot.set(expectation.slot, waiting);
    try {
      const acting = act();
      this.#alerts.clear(expectation.slot);
      this.#publish();
      await acting;
    } catch (error) {
      const wasCurrent = this.#isCurrent(waiting);
      this.#end(waiting);
      // The newer one came to nothing, so the older one counts again, unless it did as well.
      const standing = standingBefore(waiting);
      if (wasCurrent && standing !== undefined) this.#resume(standing);
      throw error;
    }
    waiting.accepted = true;
    waiting.older = undefined;
    if (!this.#isCurrent(waiting)) return;
    this.#arm(waiting);
    this.#judge(waiting);
  }

  #resume(waiting: Waiting): void {
    this.#bySlot.set(waiting.slot, waiting);
    this.#publish();
    if (!waiting.accepted) return;
    this.#arm(waiting);
    this.#judge(waiting);
  }

  #judge(waiting: Waiting): void {
    if (!waiting.accepted || !this.#isCurrent(waiting)) return;
    const failure = waiting.failed(this.#store.state);
    if (failure !== null) this.#fail(waiting, failure);
    else if (waiting.done(this.#store.state)) this.#end(waiting);
  }

  #arm(waiting: Waiting): void {
    waiting.cancelDeadline = this.#clock.after(waiting.deadlineMs, () => void this.#expire(waiting));
  }

  async #expire(waiting: Waiting): Promise<void> {
    // A look that fails says nothing new: the deadline then decides.
    await waiting.lookAgain().catch(() => undefined);
    this.#judge(waiting);
    if (!this.#isCurrent(waiting)) return;
    if (waiting.underWay(this.#store.state)) this.#arm(waiting);
    else this.#fail(waiting, waiting.code);
  }

  #fail(waiting: Waiting, code: RefusalCode): void {
    this.#end(waiting);
    waiting.undo();
    const { params = {}, slot: subject, commandId } = waiting;
    this.#alerts.pass({ code, params, subject });
    this.#tell({ commandId, code, params }, waiting);
  }

  #end(waiting: Waiting): void {
    waiting.cancelDeadline();
    waiting.isOver = true;
    if (!this.#isCurrent(waiting)) return;
    this.#bySlot.delete(waiting.slot);
    this.#publish();
  }

  #isCurrent(waiting: Waiting): boolean {
    return this.#bySlot.get(waiting.slot) === waiting;
  }

  #publish(): void {
    const pending = [...this.#bySlot.values()].map(({ commandId, name, target, deviceId, since }) => ({
      commandId,
      name,
      target,
      deviceId,
      since,
    }));
    this.#store.observe({ set: { pending } });
  }
}

/** The newest before it that is not over. */
function standingBefore({ older }: Waiting): Waiting | undefined {
  return older?.isOver === true ? standingBefore(older) : older;
}
