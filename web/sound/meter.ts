import { SILENCE_DB } from '../../server/protocol/codes.js';
import type { Level } from '../../server/protocol/events.js';

/** What the scale shows: from here up to full scale, in dB. */
export const FLOOR_DB = -60;
/** How long the highest peak stands, in ms. */
const HOLD_MS = 1500;
/** Full scale, less what rounding may hide, in dB. */
const CLIP_DB = -0.1;
/** Louder than this, before fader and mute, is somebody who speaks close to the mic, in dB. */
const SPEECH_DB = -40;
/** A click or a cough is shorter, in ms. */
const SPEECH_MS = 300;
/** Between words it is quiet for so long, in ms. */
const PAUSE_MS = 1000;

export interface Reading {
  /** OBS tells nothing of it: it is in no scene on program. Not silent. */
  isAbsent: boolean;
  /** In dB. Of a muted input what it would give: before fader and mute, and no RMS. */
  rms: number;
  peak: number;
  hold: number;
  /** Stays until it is cleared. */
  isClipped: boolean;
  /** Muted, and somebody speaks into it. */
  isSpeaking: boolean;
}

export const SILENT: Reading = {
  isAbsent: true,
  rms: SILENCE_DB,
  peak: SILENCE_DB,
  hold: SILENCE_DB,
  isClipped: false,
  isSpeaking: false,
};

/** What a meter shows of the levels of one input: peaks that stand a while, clips that stay. */
export class Meter {
  #hold = { db: SILENCE_DB, at: 0 };
  #isClipped = false;
  #speech: { since: number; until: number } | null = null;

  /** `at` is when it was measured, in ms. */
  take(level: Level | undefined, isMuted: boolean, at: number): Reading {
    if (level === undefined) {
      this.#hold = { db: SILENCE_DB, at };
      this.#speech = null;
      return { ...SILENT, isClipped: this.#isClipped };
    }
    const [rms, peak, pre] = level;
    const shown = isMuted ? pre : peak;
    if (shown >= this.#hold.db || at - this.#hold.at > HOLD_MS) this.#hold = { db: shown, at };
    // What clips before the fader clips behind it, however low that is.
    if (!isMuted && Math.max(peak, pre) >= CLIP_DB) this.#isClipped = true;
    return {
      isAbsent: false,
      rms: isMuted ? SILENCE_DB : rms,
      peak: shown,
      hold: this.#hold.db,
      isClipped: this.#isClipped,
      isSpeaking: this.#hearsSpeech(pre, at) && isMuted,
    };
  }

  clearClip(): void {
    this.#isClipped = false;
  }

  #hearsSpeech(pre: number, at: number): boolean {
    if (this.#speech !== null && at > this.#speech.until) this.#speech = null;
    if (pre > SPEECH_DB) this.#speech = { since: this.#speech?.since ?? at, until: at + PAUSE_MS };
    const { since, until } = this.#speech ?? { since: at, until: at };
    // How long it was loud, pauses between words included, the one that lasts not.
    return until - PAUSE_MS - since >= SPEECH_MS;
  }
}

/** How far up the scale that is, 0 to 1. */
export function shareOf(db: number): number {
  return Math.min(1, Math.max(0, 1 - db / FLOOR_DB));
}
