import { randomUUID } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import type { StreamOutput } from '../../../server/protocol/slices.js';
import { guestNamed, testFloor } from '../../fixtures/floor.js';
import { entriesOf, slice } from '../../../server/show/store.js';

/** A show with OBS in sight; `flushed` says for each write since the last look which entries wait for the disk. */
function watchedFloor() {
  const floor = testFloor();
  floor.obsComes();
  let written: string[] = [];
  const write = floor.disk.write.bind(floor.disk);
  vi.spyOn(floor.disk, 'write').mockImplementation((changes, options) => {
    const keys = [...entriesOf(changes.set).map(([key]) => key), ...(changes.gone ?? [])];
    written.push(...keys.map((key) => `${key.split(':')[0]} ${options.flush ? 'flushed' : 'soon'}`));
    write(changes, options);
  });
  const flushed = () => {
    const seen = written;
    written = [];
    return [...new Set(seen)];
  };
  return { ...floor, flushed };
}

const record = (state: 'on' | 'off') =>
  ({
    state,
    startedAt: state === 'on' ? 1 : null,
    pausedAt: null,
    hasDied: false,
    path: '/r/a.mkv',
  }) as const;

describe('what a power cut must not lose', () => {
  it('is a take before OBS is asked to record, and at each turn that it takes', async () => {
    const floor = watchedFloor();
    floor.device.next = () => {
      expect(floor.flushed()).toEqual(['take flushed']);
      return Promise.resolve();
    };
    expect(await floor.command('record.start', {})).toEqual({ ok: true });
    expect(floor.device.asked).toContain('record.start');
    floor.obs({ record: record('on') });
    expect(floor.flushed()).toEqual(expect.arrayContaining(['take flushed', 'outputsWanted flushed']));
    const takeId = floor.store.state.currentTake?.takeId ?? '';
    await floor.command('record.stop', {}, { takeId });
    expect(floor.flushed()).toEqual(expect.arrayContaining(['take flushed', 'outputsWanted flushed']));
    floor.obs({ record: record('off') });
    expect(floor.flushed()).toEqual(['take flushed']);
  });

  it('is a stream, and that it should be live; a cut meanwhile waits for no disk', () => {
    const floor = watchedFloor();
    const stream: StreamOutput = { state: 'on', startedAt: 1, reconnectingSince: null };
    floor.obs({ stream });
    expect(floor.flushed()).toEqual(
      expect.arrayContaining(['streamSession flushed', 'outputsWanted flushed']),
    );
    floor.obs({ program: { sceneId: 'scene-close', goingTo: null } });
    expect(floor.flushed()).toEqual(['outputsWanted soon']);
  });

  it('is a mark, and that a device was revoked', async () => {
    const floor = watchedFloor();
    await floor.command('mark.add', { markId: randomUUID() });
    expect(floor.flushed()).toEqual(['mark flushed']);
    const deviceId = randomUUID();
    const paired = { name: 'Tablet', role: 'host', kind: 'page', pairedAt: 1, lastHeardAt: 1 } as const;
    floor.obs(slice(`device:${deviceId}`, { ...paired, id: deviceId, address: null }));
    // Where it was last heard may be forgotten.
    expect(floor.flushed()).toEqual(['device soon']);
    await floor.command('device.revoke', { deviceId });
    expect(floor.flushed()).toEqual(['device flushed']);
  });

  it('is not a guest: no tap waits for the disk that can be made again', async () => {
    const floor = watchedFloor();
    await guestNamed(floor, 'Ada');
    expect(floor.flushed()).toEqual(['guest soon']);
  });
});
