import type { Ending } from '../protocol/codes.js';
import type { RecordOutput, State, Take } from '../protocol/slices.js';
import type { Alerts } from '../show/alerts.js';
import type { Clock } from '../show/clock.js';
import { newTake } from '../show/newTake.js';
import { slice, type Store } from '../show/store.js';
import { itemsOf } from '../show/items.js';

/** OBS ends a recording below 50 MiB; what it still held comes to the disk after that. */
const FULL_BYTES = 60 * 1024 * 1024;

export interface LedgerOptions {
  store: Store;
  clock: Clock;
  alerts: Alerts;
  /** Free on the disk that OBS records to, in bytes; null when it does not say. Ends by itself. */
  freeBytes: () => Promise<number | null>;
}

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
  /** OBS was in sight of this server before. */
  #hasSeen = false;

  readonly #freeBytes: LedgerOptions['freeBytes'];

  constructor(options: LedgerOptions) {
    this.#store = options.store;
    this.#clock = options.clock;
    this.#alerts = options.alerts;
    this.#freeBytes = options.freeBytes;
    this.#awaySince = options.clock.now();
  }

  start(): void {
    const [open, ...forgotten] = openTakes(this.#store.state);
    for (const take of forgotten) this.#close(take, 'interrupted', 'server-away', this.#clock.now());
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
    const isFirst = !this.#hasSeen;
    this.#hasSeen = true;
    const take = currentTake?.takeId == null ? undefined : this.#store.state[`take:${currentTake.takeId}`];
    if (record.state === 'on' || record.state === 'paused')
      this.#running(record, take, { awaySince, wasSeen: !isFirst });
    else if (record.state !== 'off' || take === undefined) return;
    else if (awaySince !== null) this.#interrupted(take, awaySince, isFirst ? 'server-away' : 'obs-away');
    else if (take.state !== 'starting') this.#ended({ ...take, path: record.path ?? take.path }, record);
  }

  /** It ended in sight. */
  #ended(take: Take, { hasDied }: RecordOutput): void {
    const now = this.#clock.now();
    if (take.state === 'stopping') return this.#close(take, 'done', 'crew', now);
    if (hasDied) return this.#close(take, 'interrupted', 'writer-died', now);
    this.#close(take, 'done', 'obs', now);
    void this.#blameDisk(take.id);
  }

  /** OBS stops by itself on a full disk, and says the same as of a press on its button. */
  async #blameDisk(takeId: string): Promise<void> {
    const free = await this.#freeBytes();
    const take = this.#store.state[`take:${takeId}`];
    if (free === null || free > FULL_BYTES || take?.endedBy !== 'obs') return;
    this.#store.observe({ set: slice(`take:${takeId}`, { ...take, endedBy: 'disk-full' }) }, { flush: true });
    if (this.#store.state.record?.state === 'off')
      this.#alerts.raise({ code: 'recording-disk-full', params: {}, subject: 'recording' });
  }

  #running(
    record: RecordOutput,
    take: Take | undefined,
    { awaySince, wasSeen }: { awaySince: number | null; wasSeen: boolean },
  ): void {
    this.#alerts.clear('recording');
    if (take === undefined) return this.#adopt(record);
    const left = take.path !== null && record.path !== null && take.path !== record.path ? take.path : null;
    if (awaySince !== null && take.state !== 'starting' && left !== null) {
      // It ended and another began while nobody was looking: two takes. In sight, OBS only split the file.
      this.#close(take, 'interrupted', wasSeen ? 'obs-away' : 'server-away', awaySince);
      return this.#adopt(record);
    }
    const { startedAt, path } = record;
    // A stop that was asked for stands until it is confirmed or given up, whatever else OBS says of the recording.
    const isStopping = take.state === 'stopping' && awaySince === null;
    this.#keep({
      ...take,
      state: isStopping ? 'stopping' : 'recording',
      stopAskedBy: isStopping ? take.stopAskedBy : null,
      startedAt: take.startedAt ?? startedAt,
      path: path ?? take.path,
      earlierPaths: left === null ? take.earlierPaths : [...take.earlierPaths, left],
    });
  }

  #adopt({ startedAt, path }: RecordOutput): void {
    const now = this.#clock.now();
    this.#keep({
      ...newTake(this.#store.state, { kind: 'obs', origin: 'obs', startAskedBy: null, createdAt: now }),
      state: 'recording',
      startedAt: startedAt ?? now,
      path,
    });
  }

  /** A take is open and OBS, back in sight, records nothing: `Resuming` says so and offers to go on. */
  #interrupted(take: Take, awaySince: number, endedBy: Ending): void {
    // An end that was asked for is one, also when nobody here saw it.
    if (take.state === 'stopping') return this.#close(take, 'done', 'crew', awaySince);
    const neverBegan = take.state === 'starting';
    this.#close(take, neverBegan ? 'failed' : 'interrupted', neverBegan ? null : endedBy, awaySince);
    if (neverBegan) this.#alerts.pass({ code: 'record-unconfirmed', params: {}, subject: 'recording' });
  }

  #close(take: Take, state: Take['state'], endedBy: Take['endedBy'], endedAt: number): void {
    const closed: Take = { ...take, state, endedBy, endedAt };
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
  return itemsOf(state, 'take')
    .filter((take) => take.kind === 'obs' && ['starting', 'recording', 'stopping'].includes(take.state))
    .sort((a, b) => b.createdAt - a.createdAt);
}
