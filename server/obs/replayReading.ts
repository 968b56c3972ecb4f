import type { Replay } from '../protocol/slices.js';
import type { Clock } from '../show/clock.js';
import type { Ask } from './session.js';
import type { TopicReading } from './topicReading.js';
import type { News, ReplayEvent } from './translate/events.js';
import { readReplay, readReplayLength } from './translate/outputs.js';

/** A start that OBS announced and that is not running by then is none, in ms. */
const START_LIMIT_MS = 3000;
/** After "stopped" the output may still say that it runs for a moment, in ms. */
const AFTERGLOW_MS = 1000;
const LOOK_AGAIN_MS = 200;
/** Setting it up in OBS, or giving it another length, makes no event, in ms. */
const SETUP_LOOK_MS = 10_000;

/** The replay buffer. Events say what is going on, a look says whether it is true, and whether it is there at all. */
export class ReplayReading implements TopicReading<Replay> {
  readonly #options: { clock: Clock; ask: Ask; lookIn: (ms: number) => void };
  #value: Replay = { state: 'absent', keepsMs: null, saved: null };
  #event: { event: ReplayEvent; at: number } | null = null;
  #saved: Replay['saved'] = null;

  constructor(options: { clock: Clock; ask: Ask; lookIn: (ms: number) => void }) {
    this.#options = options;
  }

  get value(): Replay {
    return this.#value;
  }

  hear(news: News): boolean {
    const at = this.#options.clock.now();
    if (news.about === 'replay') this.#event = { event: news.event, at };
    if (news.about === 'replay-saved') this.#saved = { path: news.path, at };
    return news.about === 'replay' || news.about === 'replay-saved';
  }

  async read(): Promise<void> {
    const { ask, lookIn } = this.#options;
    const isActive = await readReplay(ask);
    const keepsMs = isActive === null ? null : await readReplayLength(ask);
    const state = isActive === null ? 'absent' : this.#stateAt(this.#options.clock.now(), isActive);
    this.#value = { state, keepsMs, saved: this.#saved };
    lookIn(state === 'starting' || state === 'stopping' ? LOOK_AGAIN_MS : SETUP_LOOK_MS);
  }

  #stateAt(now: number, isActive: boolean): Replay['state'] {
    const event = this.#event?.event;
    const ageMs = now - (this.#event?.at ?? 0);
    if (!isActive) return event === 'starting' && ageMs < START_LIMIT_MS ? 'starting' : 'off';
    return event === 'stopping' || (event === 'stopped' && ageMs < AFTERGLOW_MS) ? 'stopping' : 'on';
  }
}
