import type { Emit } from '../wire/subscriptions.js';
import { fileNameOf } from './fileName.js';
import type { Profiles } from './profiles.js';
import type { Timers } from './timers.js';

const START_MS = 30;
const STOP_MS = 50;
const SAVE_MS = 150;

type Phase = 'idle' | 'starting' | 'keeping' | 'stopping';

/** The last minute, which it keeps in no memory and saves to no disk: the path leads nowhere. */
export class ReplayBuffer {
  #phase: Phase = 'idle';
  #saved = 0;

  constructor(
    private readonly profiles: Profiles,
    private readonly timers: Timers,
    private readonly emit: Emit,
  ) {}

  /** Somebody set it up in OBS's settings. */
  get isSetUp(): boolean {
    return this.profiles.value('SimpleOutput', 'RecRB') === 'true';
  }

  get isActive(): boolean {
    return this.#phase === 'keeping' || this.#phase === 'stopping';
  }

  start(): void {
    if (this.#phase !== 'idle') return;
    this.#enter('starting', 'STARTING');
    this.timers.after(START_MS, () => this.#enter('keeping', 'STARTED'));
  }

  stop(): void {
    if (this.#phase !== 'keeping') return;
    this.#enter('stopping', 'STOPPING');
    this.timers.after(STOP_MS, () => this.#enter('idle', 'STOPPED'));
  }

  save(): void {
    if (this.#phase !== 'keeping') return;
    const prefix = this.profiles.value('SimpleOutput', 'RecRBPrefix') ?? '';
    const name = fileNameOf(this.profiles.value('Output', 'FilenameFormatting') ?? '', new Date());
    const path = `${this.profiles.recordDirectory}/${prefix} ${name} ${++this.#saved}.mkv`;
    this.timers.after(SAVE_MS, () => this.emit('ReplayBufferSaved', { savedReplayPath: path }));
  }

  #enter(phase: Phase, state: string): void {
    this.#phase = phase;
    this.emit('ReplayBufferStateChanged', {
      outputActive: phase === 'keeping',
      outputState: `OBS_WEBSOCKET_OUTPUT_${state}`,
    });
  }
}
