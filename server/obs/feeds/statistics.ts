import type { Statistics } from '../../protocol/events.js';
import type { Clock } from '../../show/clock.js';
import type { Log } from '../../show/log.js';
import { CallFailed } from '../failure.js';
import type { Ask } from '../session.js';
import { NotReady } from '../translate/reads.js';
import { readFigures, type Figures, type OutputFigures } from '../translate/figures.js';

const PERIOD_MS = 1000;
/** What rates are taken over: long enough to be steady, short enough to be news. */
const WINDOW_MS = 5000;

export interface StatisticsOptions {
  clock: Clock;
  log: Log;
  /** Null while OBS is out of sight. */
  ask: () => Ask | null;
  tell: (statistics: Statistics) => void;
}

interface Sample extends Figures {
  at: number;
}

/** OBS's figures once a second while somebody wants them, with rates of the last seconds. */
export class StatisticsFeed {
  readonly #options: StatisticsOptions;
  #samples: Sample[] = [];
  #isWanted = false;
  #cancel: () => void = () => undefined;

  constructor(options: StatisticsOptions) {
    this.#options = options;
  }

  want(isWanted: boolean): void {
    if (isWanted === this.#isWanted) return;
    this.#isWanted = isWanted;
    this.#cancel();
    this.#samples = [];
    if (isWanted) void this.#round();
  }

  async #round(): Promise<void> {
    const { clock, log, ask } = this.#options;
    const line = ask();
    try {
      if (line === null) this.#samples = [];
      else this.#take({ at: clock.now(), ...(await readFigures(line)) });
    } catch (error) {
      // No answer, or OBS is changing: the next second asks again.
      if (!(error instanceof CallFailed || error instanceof NotReady))
        log('error', 'OBS’s figures could not be read', error);
      this.#samples = [];
    }
    if (this.#isWanted) this.#cancel = clock.after(PERIOD_MS, () => void this.#round());
  }

  #take(sample: Sample): void {
    const past = this.#samples.filter(({ at }) => at <= sample.at && sample.at - at <= WINDOW_MS);
    this.#samples = [...past, sample];
    if (this.#isWanted) this.#options.tell(statisticsOf(sample, past[0] ?? sample));
  }
}

/** What the newest sample says, with rates since an older one. */
export function statisticsOf(now: Sample, before: Sample): Statistics {
  const { at, cpuPercent, activeFps, diskFreeBytes, render, stream, record } = now;
  return {
    at,
    cpuPercent,
    activeFps,
    diskFreeBytes,
    renderLag: share(render.skipped - before.render.skipped, render.total - before.render.total),
    stream: stream && {
      kbps: rate(now, before, 'stream'),
      dropped: stream.dropped,
      droppedShare: before.stream
        ? share(stream.dropped - before.stream.dropped, stream.frames - before.stream.frames)
        : 0,
      congestion: stream.congestion,
    },
    record: record && { kbps: rate(now, before, 'record'), bytes: record.bytes },
  };
}

/** Null while it cannot be said: too short, or the count began anew, as OBS's does after a reconnection. */
function rate(now: Sample, before: Sample, output: 'stream' | 'record'): number | null {
  const [newer, older]: (OutputFigures | null)[] = [now[output], before[output]];
  const seconds = (now.at - before.at) / 1000;
  if (!newer || !older || seconds <= 0 || newer.bytes < older.bytes) return null;
  return Math.round(((newer.bytes - older.bytes) * 8) / 1000 / seconds);
}

function share(part: number, whole: number): number {
  return whole > 0 && part > 0 ? Math.min(1, part / whole) : 0;
}
