import { describe, expect, it } from 'vitest';
import { Rereads } from '../../../server/obs/rereads.js';
import { NotReady } from '../../../server/obs/translate/reads.js';
import { ManualClock } from '../../fixtures/manualClock.js';

const turns = async () => {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
};

describe('rereads', () => {
  type Topic = 'a' | 'b' | 'beside' | 'all';
  const LANES = { a: 'lane', b: 'lane', beside: 'another', all: null } as const;
  const laneOf = (topic: Topic) => LANES[topic];
  const setUp = (read: (topic: Topic) => Promise<void>) => {
    const clock = new ManualClock();
    const faults: string[] = [];
    const rereads = new Rereads({ clock, log: (_, message) => faults.push(message), laneOf, read });
    return { clock, faults, rereads };
  };

  it('read each topic once for many marks, one after the other, and again for a mark that came meanwhile', async () => {
    const reads: string[] = [];
    const { rereads } = setUp(async (topic) => {
      reads.push(topic);
      if (reads.length === 1) rereads.mark('a');
      await Promise.resolve();
    });
    for (let mark = 0; mark < 5; mark++) rereads.mark('a');
    rereads.mark('b');
    await turns();
    expect(reads).toEqual(['a', 'b', 'a']);
  });

  it('do not wait for another lane, and what is read alone waits for all and lets all wait', async () => {
    const ends = new Map<Topic, () => void>();
    const { rereads } = setUp((topic) => new Promise((resolve) => ends.set(topic, resolve)));
    const end = async (topic: Topic) => {
      ends.get(topic)?.();
      ends.delete(topic);
      await turns();
    };
    const steps: string[][] = [];
    const note = () => steps.push([...ends.keys()].sort());
    for (const topic of ['a', 'b', 'beside', 'all', 'a'] as const) rereads.mark(topic);
    await turns();
    note();
    await end('a');
    note();
    await end('beside');
    rereads.mark('beside');
    await turns();
    note();
    await end('b');
    note();
    await end('all');
    note();
    expect(steps).toEqual([['a', 'beside'], ['b', 'beside'], ['b'], ['all'], ['beside']]);
  });

  it('ask an OBS that is not ready again, ever slower, and at once when hurried', async () => {
    let reads = 0;
    let isReady = false;
    const { clock, rereads } = setUp(() => {
      reads += 1;
      return isReady ? Promise.resolve() : Promise.reject(new NotReady('no'));
    });
    const looked = rereads.look('a');
    await turns();
    clock.passAtOnce(50);
    await turns();
    expect(reads).toBe(2);
    clock.passAtOnce(99);
    await turns();
    expect(reads).toBe(2);
    isReady = true;
    rereads.hurry();
    await looked;
    expect(reads).toBe(3);
  });

  it('tell whoever looks of a failure, and look again by themselves after a mark', async () => {
    let reads = 0;
    const { clock, faults, rereads } = setUp(() => {
      reads += 1;
      return Promise.reject(new Error('nonsense'));
    });
    await expect(rereads.look('a')).rejects.toThrow('nonsense');
    rereads.mark('a');
    await turns();
    expect([reads, faults.length]).toEqual([2, 1]);
    clock.passAtOnce(500);
    await turns();
    expect(reads).toBe(3);
  });

  it('let go of what waits when they are stopped', async () => {
    const { rereads } = setUp(() => Promise.reject(new NotReady('no')));
    const looked = rereads.look('a');
    await turns();
    rereads.stop();
    await expect(looked).rejects.toMatchObject({ ending: { kind: 'not-sent' } });
  });
});
