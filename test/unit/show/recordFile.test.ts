import { describe, expect, it } from 'vitest';
import type { RecordOutput } from '../../../server/protocol/slices.js';
import { testFloor } from '../../fixtures/floor.js';

const PATH = '/rec/a.mkv';

/** A floor with a recording of ours that runs. */
async function recording() {
  const floor = testFloor();
  floor.obsComes();
  await floor.command('record.start', {});
  const startedAt = floor.clock.now();
  const become = (state: RecordOutput['state'], path = PATH) =>
    floor.obs({ record: { state, startedAt, pausedAt: null, hasDied: false, path } });
  become('on');
  const takeId = floor.store.state.currentTake?.takeId ?? '';
  return { floor, become, takeId };
}

describe('a split of the recording', () => {
  it('is busy until OBS writes another file, and the take keeps both', async () => {
    const { floor, become, takeId } = await recording();
    expect(await floor.command('record.split', {}, { takeId })).toEqual({ ok: true });
    expect(floor.store.state.pending).toMatchObject([{ target: 'record-file' }]);
    become('on', '/rec/b.mkv');
    expect(floor.store.state.pending).toEqual([]);
    expect(floor.store.state[`take:${takeId}`]).toMatchObject({
      state: 'recording',
      path: '/rec/b.mkv',
      earlierPaths: [PATH],
    });
  });

  it('that OBS took and did not make is said, after a second look', async () => {
    const { floor, takeId } = await recording();
    await floor.command('record.split', {}, { takeId });
    await floor.clock.pass(15_000);
    expect(floor.device.asked).toEqual(['record.start', 'record.split', 'lookAgain']);
    expect(floor.failures).toMatchObject([{ code: 'split-unconfirmed' }]);
  });

  it('ends when the recording does', async () => {
    const { floor, become, takeId } = await recording();
    await floor.command('record.split', {}, { takeId });
    become('off');
    expect(floor.failures).toMatchObject([{ code: 'not-recording' }]);
  });
});

describe('a chapter', () => {
  it('goes to OBS with its name', async () => {
    const { floor, takeId } = await recording();
    expect(await floor.command('record.chapter', { name: ' The  demo ' }, { takeId })).toEqual({ ok: true });
    expect(floor.device.asked.at(-1)).toBe('record.chapter The demo');
  });
});

describe.each(['record.split', 'record.chapter'] as const)('%s', (name) => {
  const params = name === 'record.chapter' ? { name: '' } : {};

  it('is refused for another take, while paused, and when nothing is recorded', async () => {
    const { floor, become, takeId } = await recording();
    const other = { takeId: crypto.randomUUID() };
    expect(await floor.command(name, params, other)).toMatchObject({ code: 'changed' });
    become('paused');
    expect(await floor.command(name, params, { takeId })).toMatchObject({ code: 'record-paused' });
    become('off');
    expect(await floor.command(name, params, { takeId })).toMatchObject({ code: 'not-recording' });
    expect(floor.device.asked).toEqual(['record.start']);
  });

  it('is refused where OBS cannot do it', async () => {
    const { floor, takeId } = await recording();
    floor.obs({ abilities: { split: false, chapter: false } });
    const code = name === 'record.split' ? 'cannot-split' : 'cannot-chapter';
    expect(await floor.command(name, params, { takeId })).toMatchObject({ code });
    expect(floor.device.asked).toEqual(['record.start']);
  });
});
