import { randomUUID } from 'node:crypto';
import type { State, StreamOutput, StreamSession } from '../protocol/slices.js';
import type { Clock } from '../show/clock.js';
import { itemsOf } from '../show/items.js';
import { slice, type Store } from '../show/store.js';

/** Every time of being live has a session, whoever started it: from the start to the stop, reconnections included. */
export class StreamLedger {
  readonly #store: Store;
  readonly #clock: Clock;
  /** Since when OBS is out of sight, so that its next word may tell of something that happened meanwhile. */
  #awaySince: number | null;

  constructor(options: { store: Store; clock: Clock }) {
    this.#store = options.store;
    this.#clock = options.clock;
    this.#awaySince = options.clock.now();
  }

  start(): void {
    const [open, ...forgotten] = openSessions(this.#store.state);
    const sessionId = open?.id ?? null;
    this.#store.observe({ set: { currentStream: { sessionId } } });
    for (const session of forgotten) this.#keep(ended(session, this.#clock.now()), sessionId);
    this.#store.subscribe(({ set, gone }) => {
      if (gone.includes('stream')) this.#awaySince = this.#clock.now();
      if ('stream' in set) this.#follow();
    });
  }

  /** What is known of the stream that is live, for those who meet it again. */
  get known(): { startedAt: number; countedFrom: { earliest: number; latest: number } } | null {
    const session = this.#current();
    if (session === undefined) return null;
    const { startedAt, gaps } = session;
    const gap = gaps.at(-1);
    const earliest = gap === undefined ? startedAt : (gap.to ?? gap.from);
    return { startedAt, countedFrom: { earliest, latest: gap?.to === null ? this.#clock.now() : earliest } };
  }

  #follow(): void {
    const { stream } = this.#store.state;
    if (stream === undefined) return;
    const awaySince = this.#awaySince;
    this.#awaySince = null;
    const session = this.#current();
    if (stream.startedAt === null) {
      if (session !== undefined) this.#close(session, awaySince);
    } else if (session === undefined) this.#adopt(stream.startedAt, stream);
    else if (awaySince !== null && stream.startedAt !== session.startedAt) {
      // It ended and another began while nobody was looking.
      this.#close(session, awaySince);
      this.#adopt(stream.startedAt, stream);
    } else {
      const { startedAt } = stream;
      this.#keep({ ...session, startedAt, gaps: gapsWith(session, stream, this.#clock.now()) }, session.id);
    }
  }

  #adopt(startedAt: number, stream: StreamOutput): void {
    const session: StreamSession = {
      id: randomUUID(),
      startedAt,
      endedAt: null,
      startAskedBy: this.#askedBy((name) => name !== 'stream.stop'),
      stopAskedBy: null,
      gaps: [],
    };
    this.#keep({ ...session, gaps: gapsWith(session, stream, this.#clock.now()) }, session.id);
  }

  #close(session: StreamSession, awaySince: number | null): void {
    const stopAskedBy = awaySince === null ? this.#askedBy((name) => name === 'stream.stop') : null;
    this.#keep({ ...ended(session, awaySince ?? this.#clock.now()), stopAskedBy }, null);
  }

  /** The device whose command about the stream is waited for: this ledger hears of OBS before that is over. */
  #askedBy(isMeant: (name: string) => boolean): string | null {
    const { pending = [] } = this.#store.state;
    return pending.find(({ target, name }) => target === 'stream' && isMeant(name))?.deviceId ?? null;
  }

  #keep(session: StreamSession, sessionId: string | null): void {
    const currentStream = { sessionId };
    const set = { ...slice(`streamSession:${session.id}`, session), currentStream };
    this.#store.observe({ set }, { flush: true });
  }

  #current(): StreamSession | undefined {
    const sessionId = this.#store.state.currentStream?.sessionId;
    return sessionId == null ? undefined : this.#store.state[`streamSession:${sessionId}`];
  }
}

function ended(session: StreamSession, at: number): StreamSession {
  const gaps = session.gaps.map(({ from, to }) => ({ from, to: to ?? at }));
  return { ...session, gaps, endedAt: at };
}

/** A gap opens when the stream is lost and closes when it is back. */
function gapsWith({ gaps }: StreamSession, { state, reconnectingSince }: StreamOutput, now: number) {
  const isOpen = gaps.at(-1)?.to === null;
  if (state === 'reconnecting')
    return isOpen ? gaps : [...gaps, { from: reconnectingSince ?? now, to: null }];
  return isOpen ? gaps.map(({ from, to }) => ({ from, to: to ?? now })) : gaps;
}

/** Newest first. */
function openSessions(state: Readonly<Partial<State>>): StreamSession[] {
  return itemsOf(state, 'streamSession')
    .filter(({ endedAt }) => endedAt === null)
    .sort((a, b) => b.startedAt - a.startedAt);
}
