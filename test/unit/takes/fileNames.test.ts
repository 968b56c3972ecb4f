import { describe, expect, it } from 'vitest';
import { testFloor, type TestFloor } from '../../fixtures/floor.js';

const OWN = { profile: 'booth', theirs: '%hh', ours: 'Ada 01' };
const asked = (floor: TestFloor) =>
  floor.device.asked.filter((what) => what === 'record.putFormattingBack').length;

describe('the names that OBS gives by itself', () => {
  it('are put back once the recording runs, and not before OBS came to it', async () => {
    const floor = testFloor();
    floor.obsComes();
    await floor.command('record.start', {});
    floor.formattings.keep(OWN);
    floor.obs({ record: { state: 'starting', startedAt: null, pausedAt: null, hasDied: false, path: null } });
    expect(asked(floor)).toBe(0);
    floor.obs({ record: { state: 'on', startedAt: 1, pausedAt: null, hasDied: false, path: '/rec/a.mkv' } });
    expect(asked(floor)).toBe(1);
  });

  it('are put back after a start that came to nothing', async () => {
    const floor = testFloor();
    floor.obsComes();
    await floor.command('record.start', {});
    floor.formattings.keep(OWN);
    await floor.clock.pass(5000);
    expect(asked(floor)).toBe(1);
  });

  it('are put back when OBS is in sight again after a crash, and asked for again until it does', async () => {
    const floor = testFloor();
    floor.formattings.keep(OWN);
    floor.device.next = () => Promise.reject(new Error('not now'));
    floor.obsComes();
    expect(asked(floor)).toBe(1);
    await floor.clock.pass(6000);
    expect(asked(floor)).toBe(2);
  });
});
