import { existsSync } from 'node:fs';
import type { Emit } from '../wire/subscriptions.js';
import { fileNameOf } from './fileName.js';
import { OutputClock, timecode } from './output.js';
import { RECORDINGS, type Profiles } from './profiles.js';
import type { Timers } from './timers.js';

const START_MS = 20;
const STOP_MS = 300;
const SPLIT_MS = 200;
/** For a moment after it said STOPPED, OBS still answers that it is active. */
const SETTLE_MS = 10;
const BYTES_PER_SECOND = 120_000;
const HOLD_BACK_MS = 900;

type Phase = 'idle' | 'starting' | 'recording' | 'paused' | 'stopping';

/** The recorder. It tells the truth in events and writes no file: the path leads nowhere. */
export class Recording {
  #phase: Phase = 'idle';
  #path: string | null = null;
  readonly #clock = new OutputClock(BYTES_PER_SECOND, HOLD_BACK_MS);
  /** Bytes stay readable after the stop, the duration does not. */
  #lastBytes = 0;
  readonly #taken = new Set<string>();
  readonly #chapters: string[] = [];

  constructor(
    private readonly profiles: Profiles,
    private readonly timers: Timers,
    private readonly emit: Emit,
  ) {}

  /** False only when idle: starting does not count yet for those who ask, stopping still does. */
  get isActive(): boolean {
    return this.#phase !== 'idle' && this.#phase !== 'starting';
  }

  get isPaused(): boolean {
    return this.#phase === 'paused';
  }

  get path(): string | null {
    return this.#path;
  }

  status() {
    const isRunning = this.isActive;
    return {
      outputActive: isRunning,
      outputPaused: this.isPaused,
      outputTimecode: timecode(isRunning ? this.#clock.durationMs : 0),
      outputDuration: isRunning ? this.#clock.durationMs : 0,
      outputBytes: isRunning ? this.#clock.bytes : this.#lastBytes,
    };
  }

  /** As in OBS a start that cannot write says nothing: no event, no error. */
  start(): void {
    if (this.#phase !== 'idle') return;
    const folder = this.profiles.recordDirectory;
    if (!isWritable(folder)) return;
    this.#phase = 'starting';
    this.#say('STARTING', false, null);
    this.timers.after(START_MS, () => {
      this.#phase = 'recording';
      // It comes to the name when it comes to the start, which is after its OK.
      const path = this.#freePath(folder);
      this.#path = path;
      this.#taken.add(path);
      this.#lastBytes = 0;
      this.#clock.start();
      this.#say('STARTED', true, path);
    });
  }

  stop(): void {
    if (!this.isActive || this.#phase === 'stopping') return;
    if (this.#phase === 'recording') this.#clock.pause();
    this.#phase = 'stopping';
    this.#say('STOPPING', false, null);
    this.timers.after(STOP_MS, () => {
      this.#lastBytes = this.#clock.bytes;
      this.#say('STOPPED', false, this.#path);
      this.timers.after(SETTLE_MS, () => {
        this.#phase = 'idle';
      });
    });
  }

  /** What writes the file dies: the end comes without a word, as OBS 29 does it. */
  die(): void {
    this.#clock.pause();
    this.#lastBytes = this.#clock.bytes;
    this.#phase = 'idle';
  }

  pause(): void {
    if (this.#phase !== 'recording') return;
    this.#phase = 'paused';
    this.#clock.pause();
    this.#say('PAUSED', false, null); // OBS does say "not active" here
  }

  resume(): void {
    if (this.#phase !== 'paused') return;
    this.#phase = 'recording';
    this.#clock.resume();
    this.#say('RESUMED', true, null);
  }

  /** Goes on in another file, at the next key frame. False: it does not write. */
  split(): boolean {
    if (this.#phase !== 'recording') return false;
    const path = this.#freePath(this.profiles.recordDirectory);
    this.#taken.add(path);
    this.timers.after(SPLIT_MS, () => {
      this.#path = path;
      this.emit('RecordFileChanged', { newOutputPath: path });
    });
    return true;
  }

  /** Where it is, nobody can look; false: it does not write. */
  chapter(name: string | null): boolean {
    if (this.#phase !== 'recording') return false;
    this.#chapters.push(name ?? `Unnamed ${this.#chapters.length + 1}`);
    return true;
  }

  /** Since OBS began, oldest first. */
  get chapters(): readonly string[] {
    return this.#chapters;
  }

  /** A name that was used before gets a number, as OBS does it. */
  #freePath(folder: string): string {
    const name = fileNameOf(this.profiles.value('Output', 'FilenameFormatting') ?? '', new Date());
    let path = `${folder}/${name}.mkv`;
    for (let number = 2; this.#taken.has(path); number++) path = `${folder}/${name} (${number}).mkv`;
    return path;
  }

  #say(state: string, outputActive: boolean, outputPath: string | null): void {
    this.emit('RecordStateChanged', {
      outputActive,
      outputPath,
      outputState: `OBS_WEBSOCKET_OUTPUT_${state}`,
    });
  }
}

function isWritable(folder: string): boolean {
  return folder === RECORDINGS || existsSync(folder);
}
