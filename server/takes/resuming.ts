import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { AlertCode, Resume, SliceKey } from '../protocol/slices.js';
import type { Alerts } from '../show/alerts.js';
import type { Clock } from '../show/clock.js';
import type { Store } from '../show/store.js';
import { missing, NOTHING_WANTED, wantedAfter } from './outputsWanted.js';

const SUBJECT = 'resume';
const CAUSES: ReadonlySet<SliceKey> = new Set<SliceKey>([
  'record',
  'stream',
  'program',
  'mode',
  'pending',
  'currentTake',
  'outputsWanted',
]);

/**
 * Remembers on disk what was started and not stopped. When it does not run any more (OBS died, or the stream was lost
 * for good) it is offered to be brought back, and said until somebody answers or it runs again.
 */
export class Resuming {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #alerts: Alerts;
  #isAway = true;
  #sceneId: string | null = null;
  /** What the alert that stands says, and of which end. */
  #said = '';
  #code: AlertCode = 'outputs-interrupted';

  constructor(options: { store: Store; clock: Clock; alerts: Alerts }) {
    this.#store = options.store;
    this.#clock = options.clock;
    this.#alerts = options.alerts;
  }

  start(): void {
    const { outputsWanted = NOTHING_WANTED } = this.#store.state;
    this.#store.observe({ set: { outputsWanted, resume: null } });
    this.#store.subscribe(({ set, gone }) => {
      if (gone.includes('record')) this.#isAway = true;
      if (Object.keys(set).some((key) => isCause(key))) this.#follow();
    });
  }

  #follow(): void {
    const { state } = this.#store;
    const { record, stream, program, resume: offered = null } = state;
    if (record === undefined || stream === undefined) return;
    const wasAway = this.#isAway;
    this.#isAway = false;
    const sceneId = program?.sceneId ?? null;
    const hasCut = !wasAway && sceneId !== this.#sceneId;
    this.#sceneId = sceneId;
    const now = this.#clock.now();
    const outputsWanted = wantedAfter(state, { now, wasAway, hasCut, offered });
    const parts = missing(state, outputsWanted);
    const resume = parts && {
      offerId: offered?.offerId ?? randomUUID(),
      at: offered?.at ?? now,
      ...parts,
    };
    if (offered === null && wasAway) this.#code = 'outputs-interrupted';
    else if (offered === null) this.#code = resume?.record ? 'recording-lost' : 'stream-lost';
    // A cut changes the scene alone, and does not wait for the disk.
    const { record: recordBefore = null, stream: streamBefore = null } = state.outputsWanted ?? {};
    const flush = !isDeepStrictEqual(
      [outputsWanted.record, outputsWanted.stream],
      [recordBefore, streamBefore],
    );
    this.#store.observe({ set: { outputsWanted, resume } }, { flush });
    this.#say(resume);
  }

  #say(resume: Resume | null): void {
    if (resume === null) {
      this.#said = '';
      return this.#alerts.clear(SUBJECT);
    }
    const { offerId, record, stream } = resume;
    const says = `${offerId} ${record} ${stream}`;
    if (says === this.#said) return;
    this.#said = says;
    this.#alerts.clear(SUBJECT);
    this.#alerts.raise({ code: this.#code, params: { record, stream }, subject: SUBJECT });
  }
}

function isCause(key: string): boolean {
  return key.startsWith('take:') || CAUSES.has(key as SliceKey);
}
