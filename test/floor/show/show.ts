import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { BEFORE } from './before.js';
import { END } from './end.js';
import { ON_AIR } from './onAir.js';
import type { Pace } from './pace.js';
import { Stage } from './stage.js';
import { TROUBLES } from './troubles.js';

/** A whole show, act by act, from the panel alone; OBS's own word is compared after each. */
export function playShow(pace: Pace): void {
  let stage: Stage;
  let brokenAt: string | null = null;
  beforeAll(async () => {
    stage = await Stage.open(pace);
  });
  afterEach(() => stage.booth.checkObs());
  afterAll(async () => {
    console.log(report(stage.measured));
    await stage.close();
  });

  const act = (title: string, play: () => Promise<void>) =>
    it(title, async () => {
      // What follows would only tell of what came before it.
      if (brokenAt !== null) throw new Error(`the show ended at “${brokenAt}”`);
      brokenAt = title;
      await play();
      brokenAt = null;
    });

  describe('a show on the real OBS, from the panel alone', () => {
    for (const { title, play } of BEFORE) act(title, () => play(stage));
    for (const { title, play } of [...ON_AIR, ...TROUBLES]) {
      act(title, async () => {
        await play(stage);
        await stage.goOn(pace.shots, pace.shotSeconds);
      });
    }
    if (pace.liveSeconds > 0) {
      act(`it goes on until it was ${pace.liveSeconds} seconds long`, async () => {
        while (stage.secondsSinceLive() < pace.liveSeconds) await stage.goOn(pace.shots, pace.shotSeconds);
        expect(await stage.outputs()).toEqual({ records: true, isPaused: false, streams: true });
      });
    }
    for (const { title, play } of END) act(title, () => play(stage));
  });
}

function report(measured: Readonly<Record<string, number>>): string {
  return Object.entries(measured)
    .map(([what, ms]) => `${what}: ${ms} ms`)
    .join('\n');
}
