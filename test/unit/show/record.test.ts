import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { RecordOutput } from '../../../server/protocol/slices.js';
import { testFloor, type TestFloor } from '../../fixtures/floor.js';

const PATH = '/rec/a.mkv';

/** A floor with a recording of ours that runs. */
async function recording() {
  const floor = testFloor();
  floor.obsComes();
  await floor.command('record.start', {});
  const startedAt = floor.clock.now();
  const become = (state: RecordOutput['state']) =>
    floor.obs({
      record: {
        state,
        startedAt,
        pausedAt: state === 'paused' ? floor.clock.now() : null,
        hasDied: false,
        path: PATH,
      },
    });
  become('on');
  await floor.clock.pass(2000);
  const takeId = floor.store.state.currentTake?.takeId ?? '';
  return { floor, become, takeId };
}

const busy = ({ store }: TestFloor) => store.state.pending?.map(({ target }) => target);

describe('a pause of the recording', () => {
  it('is busy until OBS shows it, and the take goes on being one', async () => {
    const { floor, become, takeId } = await recording();
    expect(await floor.command('record.pause', {}, { takeId })).toEqual({ ok: true });
    expect(floor.device.asked.at(-1)).toBe('record.pause');
    expect(busy(floor)).toEqual(['record-pause']);
    become('paused');
    expect(busy(floor)).toEqual([]);
    expect(await floor.command('record.resume', {}, { takeId })).toEqual({ ok: true });
    become('on');
    expect(busy(floor)).toEqual([]);
    expect(floor.store.state.currentTake).toEqual({ takeId });
  });

  it.each([
    ['record.pause', 'paused', 'already-paused'],
    ['record.resume', 'on', 'not-paused'],
  ] as const)('%s is refused when it is %s already', async (name, state, code) => {
    const { floor, become, takeId } = await recording();
    become(state);
    const before = floor.store.state;
    expect(await floor.command(name, {}, { takeId })).toMatchObject({ ok: false, code });
    expect(floor.store.state).toBe(before);
  });

  it('is refused in the first two seconds, after which OBS may never end it', async () => {
    const floor = testFloor();
    floor.obsComes();
    await floor.command('record.start', {});
    floor.obs({
      record: { state: 'on', startedAt: floor.clock.now(), pausedAt: null, hasDied: false, path: PATH },
    });
    const takeId = floor.store.state.currentTake?.takeId ?? '';
    await floor.clock.pass(1900);
    expect(await floor.command('record.pause', {}, { takeId })).toMatchObject({ code: 'just-started' });
    expect(floor.device.asked).toEqual(['record.start']);
  });

  it('is refused for another take than the one that runs, and when nothing runs', async () => {
    const { floor, become, takeId } = await recording();
    expect(await floor.command('record.pause', {}, { takeId: randomUUID() })).toMatchObject({
      code: 'changed',
    });
    become('off');
    expect(await floor.command('record.pause', {}, { takeId })).toMatchObject({ code: 'not-recording' });
    expect(floor.device.asked).toEqual(['record.start']);
  });

  it('that OBS took and did not make is said, after a second look', async () => {
    const { floor, takeId } = await recording();
    await floor.command('record.pause', {}, { takeId });
    await floor.clock.pass(3000);
    expect(floor.device.asked).toEqual(['record.start', 'record.pause', 'lookAgain']);
    expect(floor.failures).toMatchObject([{ code: 'pause-unconfirmed' }]);
    expect(floor.store.state.alerts).toMatchObject([{ code: 'pause-unconfirmed' }]);
  });
});
