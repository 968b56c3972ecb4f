import type { StreamOutput } from '../../server/protocol/slices.js';
import type { Panel } from '../panel/panel.js';
import { lengthOf, shortLengthOf } from '../time/clockFace.js';
import { healthOf, type Health } from './health.js';

const TARGET = 'stream';
/** What the hold that goes live is aimed at; one that stops is aimed at its session. */
export const START = 'start';
/** What it is aimed at while OBS dials. */
const CALL_OFF = 'call-off';

/** The stream for chip and sheet: what it is, how long, how it fares, and what a hold on it would do. */
export class StreamState {
  readonly #panel: Panel;

  constructor(panel: Panel) {
    this.#panel = panel;
  }

  /** Null: nobody can tell. */
  readonly state: StreamOutput['state'] | null = $derived.by(() => this.#stream?.state ?? null);
  readonly isLive: boolean = $derived(this.state === 'on' || this.state === 'reconnecting');
  /** Somebody wants it to end, and it has not. */
  readonly isStopping: boolean = $derived.by(
    () => this.#panel.picture.state.pending?.some(({ name }) => name === 'stream.stop') ?? false,
  );
  /** While OBS dials only a stop that was asked for is. */
  readonly isBusy: boolean = $derived.by(() =>
    this.state === 'starting' ? this.isStopping : this.#panel.commands.isBusy(TARGET),
  );
  readonly isRehearsal: boolean = $derived.by(() => this.#panel.picture.state.mode?.mode === 'rehearsal');
  readonly health: Health = $derived.by(() => {
    const { feeds, now } = this.#panel;
    return healthOf(feeds.statisticsAt(now.at)?.stream ?? null);
  });
  /** Null: not on air. */
  readonly length: string | null = $derived.by(() => this.#since(this.#stream?.startedAt, lengthOf));
  readonly reconnectingFor: string | null = $derived.by(() =>
    this.#since(this.#stream?.reconnectingSince, shortLengthOf),
  );
  /** What the hold of the sheet would act on; null while it may not. A stream that does not stop may be ended again. */
  readonly aim: string | null = $derived.by(() => {
    const { picture } = this.#panel;
    if (!picture.isObsReady || this.isBusy || this.state === null) return null;
    if (this.state === 'off') return this.isRehearsal ? null : START;
    if (this.state === 'starting') return CALL_OFF;
    return picture.state.currentStream?.sessionId ?? null;
  });

  get #stream(): StreamOutput | null {
    return this.#panel.picture.state.stream ?? null;
  }

  fire(aim: string): void {
    const { commands } = this.#panel;
    if (aim === START) void commands.send('stream.start', TARGET, {}, undefined);
    else {
      const sessionId = aim === CALL_OFF ? null : aim;
      void commands.send('stream.stop', TARGET, {}, { sessionId });
    }
  }

  #since(at: number | null | undefined, worded: (ms: number) => string): string | null {
    return at == null ? null : worded(this.#panel.now.at - at);
  }
}
