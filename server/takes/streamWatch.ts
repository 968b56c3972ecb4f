import type { Clock } from '../show/clock.js';
import type { Alerts } from '../show/alerts.js';
import type { AlertCode, Mode, State } from '../protocol/slices.js';
import type { Store } from '../show/store.js';

/** A recording is started just after the stream, or just before; a try in set-up is short, a forgotten mode is not. */
const UNRECORDED_AFTER_MS: Record<Mode['mode'], number> = {
  'set-up': 60_000,
  rehearsal: 5000,
  show: 5000,
};

/** What of a stream the crew must see. Each stands while it is so. */
export class StreamWatch {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #alerts: Alerts;
  #cancelGrace: () => void = () => undefined;
  #unrecordedSince: number | null = null;

  constructor(options: { store: Store; clock: Clock; alerts: Alerts }) {
    this.#store = options.store;
    this.#clock = options.clock;
    this.#alerts = options.alerts;
  }

  start(): void {
    this.#store.subscribe(({ set, gone }) => {
      const isAbout = ['stream', 'record', 'mode'].some((key) => key in set);
      if (isAbout || gone.includes('stream')) this.#look();
    });
  }

  #look(): void {
    const { state } = this.#store;
    const isLive = state.stream?.state === 'on' || state.stream?.state === 'reconnecting';
    this.#stand('stream-reconnecting', state.stream?.state === 'reconnecting');
    this.#stand('live-in-rehearsal', isLive && state.mode?.mode === 'rehearsal');
    this.#stand('stream-not-recorded', this.#isUnrecorded(isLive, state));
  }

  /** For longer than it takes to start one. */
  #isUnrecorded(isLive: boolean, { record, mode }: Readonly<Partial<State>>): boolean {
    this.#cancelGrace();
    if (!isLive || record?.state !== 'off') {
      this.#unrecordedSince = null;
      return false;
    }
    const now = this.#clock.now();
    this.#unrecordedSince ??= now;
    const leftMs = this.#unrecordedSince + UNRECORDED_AFTER_MS[mode?.mode ?? 'show'] - now;
    if (leftMs > 0) this.#cancelGrace = this.#clock.after(leftMs, () => this.#look());
    return leftMs <= 0;
  }

  #stand(code: AlertCode, isSo: boolean): void {
    if (isSo) this.#alerts.raise({ code, params: {}, subject: code });
    else this.#alerts.clear(code);
  }
}
