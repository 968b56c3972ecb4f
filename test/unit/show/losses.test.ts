import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { slice } from '../../../server/show/store.js';
import { openFloor, testFloor, type TestFloor } from '../../fixtures/floor.js';
import { testFolder } from '../../fixtures/folder.js';
import { ManualClock } from '../../fixtures/manualClock.js';

function lose({ store }: TestFloor): string {
  const id = randomUUID();
  const loss = { what: 'show-file', id, at: 1, aside: 'old.db', backup: null } as const;
  store.observe({ set: slice(`loss:${id}`, loss) }, { flush: true });
  return id;
}

describe('what was lost of the show', () => {
  it('is said over restarts, until a producer has seen it; twice is as once', async () => {
    const folder = testFolder();
    const clock = new ManualClock();
    const before = openFloor({ folder, clock });
    const lossId = lose(before);
    expect(before.store.state.alerts).toMatchObject([{ code: 'show-file-lost', subject: `loss:${lossId}` }]);
    before.db.close();

    const floor = openFloor({ folder, clock });
    expect(floor.store.state.alerts).toMatchObject([{ code: 'show-file-lost', params: { aside: 'old.db' } }]);
    expect(await floor.command('loss.acknowledge', { lossId })).toEqual({ ok: true });
    expect(floor.store.state.alerts).toEqual([]);
    expect(await floor.command('loss.acknowledge', { lossId })).toEqual({ ok: true });
    const journal = floor.db.prepare('SELECT device_id, command, outcome FROM journal').raw().all();
    expect(journal[0]).toEqual([floor.deviceId, 'loss.acknowledge', 'ok']);
    floor.db.close();

    const after = openFloor({ folder, clock });
    expect(after.store.state.alerts).toEqual([]);
    after.db.close();
  });

  it('is not for a host to wave away', async () => {
    const floor = testFloor();
    const lossId = lose(floor);
    const { store } = floor;
    const before = store.state;
    const reply = await floor.send(floor.envelope('loss.acknowledge', { lossId }), 'host');
    expect(reply).toMatchObject({ ok: false, code: 'forbidden' });
    expect(store.state).toEqual(before);
  });

  it('is not pushed out by many taps that came to nothing', () => {
    const floor = testFloor();
    const lossId = lose(floor);
    for (let n = 0; n < 30; n++)
      floor.alerts.pass({ code: 'cut-unconfirmed', params: {}, subject: `scene:${n}` });
    const subjects = floor.store.state.alerts?.map(({ subject }) => subject);
    expect(subjects).toHaveLength(20);
    expect(subjects).toContain(`loss:${lossId}`);
    expect(subjects).toContain('scene:29');
  });
});
