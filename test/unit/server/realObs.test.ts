import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { RealObsNote, wasRealObsThatDay } from '../../../server/realObs.js';
import { testFolder } from '../../fixtures/folder.js';
import { testFloor } from '../../fixtures/floor.js';

const DAY_MS = 86_400_000;

/** A floor whose real OBS is noted in a folder. */
function noted() {
  const data = testFolder();
  const floor = testFloor();
  const { store, clock } = floor;
  new RealObsNote({ store, clock, log: () => undefined, data }).start();
  return { data, floor, now: () => clock.now() };
}

describe('the note of a real OBS', () => {
  it('is there from its first connection on, for that day', () => {
    const { data, floor, now } = noted();
    expect(wasRealObsThatDay(data, now())).toBe(false);
    floor.obsComes();
    expect(wasRealObsThatDay(data, now())).toBe(true);
    expect(wasRealObsThatDay(data, now() + DAY_MS)).toBe(false);
    expect(readdirSync(data)).toEqual(['real-obs-seen']);
  });

  it('is renewed on each day that OBS stays connected', async () => {
    const { data, floor, now } = noted();
    floor.obsComes();
    await floor.clock.pass(DAY_MS);
    floor.obsComes();
    expect(wasRealObsThatDay(data, now())).toBe(true);
  });

  it('is not made of an OBS that says that it is none', () => {
    const { data, floor, now } = noted();
    const version = { obs: 'simulator', websocket: '5.5.4', isSimulator: true };
    floor.obs({
      obs: {
        link: 'connected',
        since: now(),
        newsAt: now(),
        address: 'ws://127.0.0.1:4455',
        version,
        collection: 'Booth',
        changing: false,
      },
    });
    expect(wasRealObsThatDay(data, now())).toBe(false);
  });

  it('that cannot be read is none', () => {
    const data = testFolder();
    writeFileSync(join(data, 'real-obs-seen'), 'soon');
    expect(wasRealObsThatDay(data, Date.now())).toBe(false);
  });
});
