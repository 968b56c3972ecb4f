import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../../../server/show/refusal.js';
import { testFloor, type TestFloor } from '../../fixtures/floor.js';
import { liveOn, lose, STREAM_OFF } from '../takes/streams.js';

const liveFloor = () => {
  const floor = testFloor();
  floor.obsComes();
  floor.obs({ stream: liveOn(floor) });
  return { floor, sessionId: floor.store.state.currentStream?.sessionId ?? '' };
};
const busy = ({ store }: ReturnType<typeof testFloor>) => store.state.pending?.map(({ target }) => target);

describe('going live', () => {
  it('is busy until OBS shows it, also while it dials', async () => {
    const floor = testFloor();
    floor.obsComes();
    expect(await floor.command('stream.start', {})).toEqual({ ok: true });
    expect(floor.device.asked).toEqual(['stream.start']);
    floor.obs({ stream: { ...STREAM_OFF, state: 'starting' } });
    await floor.clock.pass(12_000);
    expect(busy(floor)).toEqual(['stream']);
    floor.obs({ stream: liveOn(floor) });
    expect(busy(floor)).toEqual([]);
    expect(floor.failures).toEqual([]);
  });

  it('to a server that is not there is said as soon as OBS gives up', async () => {
    const floor = testFloor();
    floor.obsComes();
    await floor.command('stream.start', {});
    floor.obs({ stream: { ...STREAM_OFF, state: 'starting' } });
    floor.obs({ stream: STREAM_OFF });
    expect(floor.failures).toMatchObject([{ code: 'stream-unconfirmed' }]);
    expect(busy(floor)).toEqual([]);
  });

  it('that OBS took and never began is said after a second look', async () => {
    const floor = testFloor();
    floor.obsComes();
    await floor.command('stream.start', {});
    await floor.clock.pass(5000);
    expect(floor.device.asked).toEqual(['stream.start', 'lookAgain']);
    expect(floor.store.state.alerts).toMatchObject([{ code: 'stream-unconfirmed' }]);
  });

  it('is refused in rehearsal, while it is live, when it is asked for twice, and out of sight', async () => {
    const floor = testFloor();
    floor.obsComes();
    await floor.command('mode.set', { mode: 'rehearsal' });
    expect(await floor.command('stream.start', {})).toMatchObject({ code: 'in-rehearsal' });
    await floor.command('mode.set', { mode: 'show' });
    await floor.command('stream.start', {});
    expect(await floor.command('stream.start', {})).toMatchObject({ code: 'already-streaming' });
    floor.obs({ stream: liveOn(floor) });
    expect(await floor.command('stream.start', {})).toMatchObject({ code: 'already-streaming' });
    floor.obs({ stream: { ...liveOn(floor), state: 'stopping' } });
    expect(await floor.command('stream.start', {})).toMatchObject({ code: 'obs-refused' });
    lose(floor);
    expect(await floor.command('stream.start', {})).toMatchObject({ code: 'obs-away' });
    expect(floor.device.asked).toEqual(['stream.start']);
  });
});

describe('stopping the stream', () => {
  it('ends the session that its sender saw', async () => {
    const { floor, sessionId } = liveFloor();
    expect(await floor.command('stream.stop', {}, { sessionId })).toEqual({ ok: true });
    expect(busy(floor)).toEqual(['stream']);
    floor.obs({ stream: STREAM_OFF });
    expect(busy(floor)).toEqual([]);
  });

  it('is refused for another session, and when it is off', async () => {
    const { floor, sessionId } = liveFloor();
    expect(await floor.command('stream.stop', {}, { sessionId: randomUUID() })).toMatchObject({
      code: 'changed',
    });
    floor.obs({ stream: STREAM_OFF });
    expect(await floor.command('stream.stop', {}, { sessionId })).toMatchObject({ code: 'not-streaming' });
    expect(floor.device.asked).toEqual([]);
  });

  it('that a congested line holds up is said, and a second stop is sent', async () => {
    const { floor, sessionId } = liveFloor();
    const stopping = { ...liveOn(floor), state: 'stopping' } as const;
    await floor.command('stream.stop', {}, { sessionId });
    floor.obs({ stream: stopping });
    await floor.clock.pass(8000);
    expect(floor.failures).toMatchObject([{ code: 'stream-stop-unconfirmed' }]);
    expect(floor.store.state.currentStream).toEqual({ sessionId });
    expect(await floor.command('stream.stop', {}, { sessionId })).toEqual({ ok: true });
    expect(floor.device.asked).toEqual(['stream.stop', 'lookAgain', 'stream.stop']);
  });
});

describe('calling off a stream that OBS dials for', () => {
  const dialling = async () => {
    const floor = testFloor();
    floor.obsComes();
    await floor.command('stream.start', {});
    floor.obs({ stream: { ...STREAM_OFF, state: 'starting' } });
    floor.device.next = () => Promise.reject(new Refusal('not-streaming'));
    expect(await floor.command('stream.stop', {}, { sessionId: null })).toEqual({ ok: true });
    return floor;
  };
  const stops = ({ device }: TestFloor) => device.asked.filter((it) => it === 'stream.stop').length;

  it('is busy while OBS dials, and stops it in the moment in which it is live', async () => {
    const floor = await dialling();
    await floor.clock.pass(20_000);
    expect(floor.store.state.pending).toMatchObject([{ name: 'stream.stop', target: 'stream' }]);
    expect(stops(floor)).toBe(1);
    floor.obs({ stream: liveOn(floor) });
    expect(stops(floor)).toBe(2);
    await floor.clock.pass(7000);
    expect(floor.failures).toEqual([]);
    floor.obs({ stream: { ...liveOn(floor), state: 'stopping' } });
    floor.obs({ stream: STREAM_OFF });
    expect(busy(floor)).toEqual([]);
    expect(floor.store.state.outputsWanted?.stream).toBeNull();
    expect(floor.store.state.resume).toBeNull();
    floor.obs({ stream: liveOn(floor) });
    expect(stops(floor)).toBe(2);
  });

  it('is done when OBS gives up by itself, and nobody is told of a failure', async () => {
    const floor = await dialling();
    floor.obs({ stream: STREAM_OFF });
    expect(busy(floor)).toEqual([]);
    expect(floor.failures).toEqual([]);
    expect(stops(floor)).toBe(1);
  });

  it('ends when OBS goes out of sight: what is live when it is back is nobody’s to stop but the crew’s', async () => {
    const floor = await dialling();
    lose(floor);
    floor.obsComes();
    floor.obs({ stream: liveOn(floor) });
    expect(stops(floor)).toBe(1);
  });

  it('that never ends is said', async () => {
    const floor = await dialling();
    floor.obs({ stream: liveOn(floor) });
    await floor.clock.pass(16_000);
    expect(floor.failures).toMatchObject([{ code: 'stream-stop-unconfirmed' }]);
  });

  it('is refused once it is live: then a hold stops what its sender sees', async () => {
    const { floor, sessionId } = liveFloor();
    expect(await floor.command('stream.stop', {}, { sessionId: null })).toMatchObject({ code: 'changed' });
    floor.obs({ stream: { ...liveOn(floor), state: 'reconnecting', reconnectingSince: floor.clock.now() } });
    expect(await floor.command('stream.stop', {}, { sessionId })).toEqual({ ok: true });
    expect(stops(floor)).toBe(1);
  });
});

describe('the mode', () => {
  it('is set by one, seen by all, and kept when it is the same', async () => {
    const floor = testFloor();
    await floor.command('mode.set', { mode: 'rehearsal' });
    const before = floor.store.state.mode;
    expect(before).toEqual({ mode: 'rehearsal', since: floor.clock.now() });
    await floor.clock.pass(1000);
    await floor.command('mode.set', { mode: 'rehearsal' });
    expect(floor.store.state.mode).toBe(before);
  });

  it('does not become rehearsal while it is live, is going live, or was live when OBS went out of sight', async () => {
    const { floor } = liveFloor();
    const { mode } = floor.store.state;
    expect(await floor.command('mode.set', { mode: 'rehearsal' })).toMatchObject({ code: 'stream-runs' });
    lose(floor);
    expect(await floor.command('mode.set', { mode: 'rehearsal' })).toMatchObject({ code: 'stream-runs' });
    const other = testFloor();
    other.obsComes();
    await other.command('stream.start', {});
    expect(await other.command('mode.set', { mode: 'rehearsal' })).toMatchObject({ code: 'stream-runs' });
    expect(floor.store.state.mode).toBe(mode);
  });
});
