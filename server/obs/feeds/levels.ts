import { SILENCE_DB } from '../../protocol/codes.js';
import type { Level, Levels } from '../../protocol/events.js';
import type { Clock } from '../../show/clock.js';
import type { Meter } from '../translate/meters.js';

const PERIOD_MS = 100;
/** OBS tells every 50 ms, give or take: by so much a turn may be late, and the next still counts from when it was due. */
const SLACK_MS = 50;

export interface LevelsOptions {
  clock: Clock;
  tell: (levels: Levels) => void;
}

/** Every second word of OBS on how loud it is, with what was loudest in between; only while somebody looks. */
export class LevelsFeed {
  readonly #options: LevelsOptions;
  #isWanted = false;
  #loudest = new Map<string, Meter>();
  #dueAt = 0;

  constructor(options: LevelsOptions) {
    this.#options = options;
  }

  want(isWanted: boolean): void {
    this.#isWanted = isWanted;
    if (!isWanted) this.#loudest.clear();
  }

  /** By input id. */
  hear(meters: ReadonlyMap<string, Meter>): void {
    if (!this.#isWanted) return;
    // What is not told any more is not on program any more.
    this.#loudest = new Map([...meters].map(([id, meter]) => [id, louder(meter, this.#loudest.get(id))]));
    const at = this.#options.clock.now();
    // The clock may step back: then nothing is waited for.
    if (at < this.#dueAt && this.#dueAt - at <= PERIOD_MS) return;
    const isOnTime = at >= this.#dueAt && at - this.#dueAt <= SLACK_MS;
    this.#dueAt = (isOnTime ? this.#dueAt : at) + PERIOD_MS;
    this.#options.tell(levelsOf(at, this.#loudest));
    this.#loudest = new Map();
  }
}

/** As it goes to the pages. Sounds that have nothing to do with each other add up by their power. */
export function levelsOf(at: number, meters: ReadonlyMap<string, Meter>): Levels {
  const all = [...meters.values()];
  return {
    at,
    inputs: Object.fromEntries(
      [...meters].map(([id, { rms, peak, pre }]): [string, Level] => [
        id,
        [decibels(rms), decibels(peak), decibels(pre)],
      ]),
    ),
    mix: [
      decibels(Math.hypot(...all.map(({ rms }) => rms))),
      decibels(Math.hypot(...all.map(({ peak }) => peak))),
    ],
  };
}

function louder(meter: Meter, before: Meter | undefined): Meter {
  if (before === undefined) return meter;
  return {
    ...meter,
    rms: Math.max(meter.rms, before.rms),
    peak: Math.max(meter.peak, before.peak),
    pre: Math.max(meter.pre, before.pre),
  };
}

function decibels(linear: number): number {
  if (linear <= 0) return SILENCE_DB;
  return Math.max(SILENCE_DB, Math.round(200 * Math.log10(linear)) / 10);
}
