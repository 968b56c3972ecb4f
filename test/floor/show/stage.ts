import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { startRtmpListener, type RtmpListener } from '../../../scripts/headless/rtmpListener.js';
import type { Opened } from '../../fixtures/browser.js';
import { Booth, SOON, found, sees, tap, tile } from '../booth.js';
import { Fingers } from '../hands.js';
import { mic, secondsOn } from './desk.js';
import type { Pace } from './pace.js';

/** A finger that holds stays so much longer than it must, in ms. */
const HOLDS_ON_MS = 200;
const DAY_SECONDS = 86_400;

/** How long the recording stood: what its file is shorter by. */
export const PAUSED = 'paused';

export interface Act {
  /** A sentence, for the report. */
  title: string;
  play: (stage: Stage) => Promise<void>;
}

/** A booth with a tablet, an overlay and a server to stream to, and what is known of the show so far. */
export class Stage {
  readonly pace: Pace;
  readonly booth: Booth;
  readonly audience: RtmpListener;
  readonly panel: Opened;
  readonly overlay: Opened;
  readonly #fingers: Fingers;
  /** By what was measured, in ms. */
  readonly measured: Record<string, number> = {};
  #liveSince = Number.NaN;

  private constructor(
    pace: Pace,
    audience: RtmpListener,
    desk: { booth: Booth; panel: Opened; overlay: Opened; fingers: Fingers },
  ) {
    this.pace = pace;
    this.audience = audience;
    this.booth = desk.booth;
    this.panel = desk.panel;
    this.overlay = desk.overlay;
    this.#fingers = desk.fingers;
  }

  static async open(pace: Pace): Promise<Stage> {
    const [booth, audience] = await Promise.all([Booth.open(null), startRtmpListener()]);
    await booth.hand.call('SetStreamServiceSettings', audience.service);
    const [panel, overlay] = await Promise.all([booth.panel(), booth.overlay()]);
    const fingers = await Fingers.on(panel.page);
    return new Stage(pace, audience, { booth, panel, overlay, fingers });
  }

  async close(): Promise<void> {
    await this.audience.drop();
    await this.booth.close();
  }

  /** It is live from now on. */
  live(): void {
    this.#liveSince = performance.now();
  }

  secondsSinceLive(): number {
    return (performance.now() - this.#liveSince) / 1000;
  }

  get page(): Page {
    return this.panel.page;
  }

  /** A finger rests on it for so long and a little longer. */
  async hold(target: Locator, ms: number): Promise<void> {
    await found(target);
    await this.#fingers.press(target);
    await this.#fingers.rest(ms + HOLDS_ON_MS);
    await this.#fingers.lift();
  }

  /** Keeps how long it took, for the report. */
  async measure(what: string, wait: () => Promise<unknown>): Promise<void> {
    const from = performance.now();
    await wait();
    this.measured[what] = Math.round(performance.now() - from);
  }

  /** A tap on a look without studio mode; OBS has it too. */
  async cutTo(look: string): Promise<void> {
    await tap(tile(this.page, look));
    await sees(this.page, look);
    await this.seesInObs(look);
  }

  async seesInObs(scene: string): Promise<void> {
    await expect.poll(() => this.booth.programScene(), SOON).toBe(scene);
  }

  /** OBS's own word on what runs. */
  async outputs(): Promise<{ records: boolean; isPaused: boolean; streams: boolean }> {
    const [record, stream] = await Promise.all([
      this.booth.hand.call('GetRecordStatus'),
      this.booth.hand.call('GetStreamStatus'),
    ]);
    return {
      records: record.outputActive,
      isPaused: record.outputPaused,
      streams: stream.outputActive,
    };
  }

  /** Waits until it is as it should be in OBS, and until the panel says so. */
  async seesMic(name: string, word: 'OPEN' | 'MUTED'): Promise<void> {
    await mic(this.page, name, word).waitFor();
    const { inputMuted } = await this.booth.hand.call('GetInputMute', { inputName: name });
    expect(inputMuted).toBe(word === 'MUTED');
  }

  /** By the clock on the panel: it has to go on too. */
  async letPass(seconds: number): Promise<void> {
    const clock = this.page.locator('time');
    const from = await secondsOn(clock);
    const patience = { timeout: seconds * 1000 + SOON.timeout, interval: 200 };
    const passed = async () => ((await secondsOn(clock)) - from + DAY_SECONDS) % DAY_SECONDS;
    await expect.poll(passed, patience).toBeGreaterThanOrEqual(seconds);
  }

  /** The show goes on: looks come one after the other, and the one that was on program comes back. */
  async goOn(shots: number, seconds: number): Promise<void> {
    const before = await this.booth.programScene();
    const others = ['Wide', 'Close-up', 'Demo'].filter((look) => look !== before);
    for (let shot = 0; shot < shots; shot += 1) {
      const isLast = shot === shots - 1;
      await this.cutTo(isLast ? before : (others[shot % others.length] ?? before));
      await this.letPass(seconds);
    }
  }
}
