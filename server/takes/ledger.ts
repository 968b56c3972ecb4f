import type { RecordOutput, State, Take } from '../protocol/slices.js';
import type { Alerts } from '../show/alerts.js';
import type { Clock } from '../show/clock.js';
import { newTake } from '../show/newTake.js';
import { slice, type Store } from '../show/store.js';
import { takesOf } from '../show/takesOf.js';

/**
 * Every recording has a take: one that a command began is confirmed here, one that OBS's own button began is adopted,
 * one whose OBS vanished is closed as interrupted.
 */
export class Ledger {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #alerts: Alerts;
  /** Since when OBS is out of sight, so that its next word may tell of something that happened meanwhile. */
  #awaySince: number | null;

  constructor(options: { store: Store; clock: Clock; alerts: Alerts }) {
    this.#store = options.store;
    this.#clock = options.clock;
    this.#alerts = options.alerts;
    this.#awaySince = options.clock.now();
  }

  start(): void {
    const [open, ...forgotten] = openTakes(this.#store.state);
    for (const take of forgotten) this.#close(take, 'interrupted', take.path, this.#clock.now());
    this.#store.observe({ set: { currentTake: { takeId: open?.id ?? null } } });
    this.#store.subscribe(({ set, gone }) => {
      if (gone.includes('record')) this.#awaySince = this.#clock.now();
      if ('record' in set) this.#follow();
    });
  }

  #follow(): void {
    const { record, currentTake } = this.#store.state;
    if (record === undefined) return;
    const awaySince = this.#awaySince;
    this.#awaySince = null;
    const take = currentTake?.takeId == null ? undefined : this.#store.state[`take:${currentTake.takeId}`];
    if (record.state === 'on' || record.state === 'paused') this.#running(record, take, awaySince);
    else if (record.state !== 'off' || take === undefined) return;
    else if (awaySince !== null) this.#interrupted(take, awaySince);
    else if (take.state !== 'starting')
      this.#close(take, 'done', record.path ?? take.path, this.#clock.now());
  }

  #running(record: RecordOutput, take: Take | undefined, awaySince: number | null): void {
    this.#alerts.clear('recording');
    if (take === undefined) return this.#adopt(record);
    const left = take.path !== null && record.path !== null && take.path !== record.path ? take.path : null;
    if (awaySince !== null && take.state !== 'starting' && left !== null) {
      // It ended and another began while nobody was looking: two takes. In sight, OBS only split the file.
      this.#close(take, 'interrupted', take.path, awaySince);
      return this.#adopt(record);
    }
    const { startedAt, path } = record;
    // A stop that was asked for stands until it is confirmed or given up, whatever else OBS says of the recording.
    const isStopping = take.state === 'stopping' && awaySince === null;
    this.#keep({
      ...take,
      state: isStopping ? 'stopping' : 'recording',
      startedAt: take.startedAt ?? startedAt,
      path: path ?? take.path,
      earlierPaths: left === null ? take.earlierPaths : [...take.earlierPaths, left],
    });
  }

  #adopt({ startedAt, path }: RecordOutput): void {
    const now = this.#clock.now();
    this.#keep({
      ...newTake(this.#store.state, { kind: 'obs', origin: 'obs', createdAt: now }),
      state: 'recording',
      startedAt: startedAt ?? now,
      path,
    });
  }

  /** A take is open and OBS, back in sight, records nothing: `Resuming` says so and offers to go on. */
  #interrupted(take: Take, awaySince: number): void {
    // An end that was asked for is one, also when nobody here saw it.
    if (take.state === 'stopping') return this.#close(take, 'done', take.path, awaySince);
    const neverBegan = take.state === 'starting';
    this.#close(take, neverBegan ? 'failed' : 'interrupted', take.path, awaySince);
    if (neverBegan) this.#alerts.pass({ code: 'record-unconfirmed', params: {}, subject: 'recording' });
  }

  #close(take: Take, state: Take['state'], path: string | null, endedAt: number): void {
    const closed: Take = { ...take, state, path, endedAt };
    this.#store.observe(
      { set: { ...slice(`take:${take.id}`, closed), currentTake: { takeId: null } } },
      { flush: true },
    );
  }

  #keep(take: Take): void {
    this.#store.observe(
      { set: { ...slice(`take:${take.id}`, take), currentTake: { takeId: take.id } } },
      { flush: true },
    );
  }
}

/** Newest first. */
function openTakes(state: Readonly<Partial<State>>): Take[] {
  return takesOf(state)
    .filter((take) => take.kind === 'obs' && ['starting', 'recording', 'stopping'].includes(take.state))
    .sort((a, b) => b.createdAt - a.createdAt);
}
