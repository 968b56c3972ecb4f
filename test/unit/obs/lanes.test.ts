import { beforeEach, describe, expect, it } from 'vitest';
import { Lanes } from '../../../server/obs/lanes.js';
import { ManualClock } from '../../fixtures/manualClock.js';

/** An act that a test ends by hand. */
function act(log: string[], name: string) {
  let end: () => void = () => undefined;
  let fail: (reason: Error) => void = () => undefined;
  const done = new Promise<void>((resolve, reject) => {
    end = resolve;
    fail = reject;
  });
  const run = () => {
    log.push(name);
    return done;
  };
  return { run, end, fail };
}

describe('acts on one target', () => {
  let clock: ManualClock;
  let lanes: Lanes;
  let sent: string[];

  beforeEach(() => {
    clock = new ManualClock();
    lanes = new Lanes(clock);
    sent = [];
  });

  it('go one at a time, and of those that wait only the newest goes', async () => {
    const [first, second, third] = [act(sent, 'first'), act(sent, 'second'), act(sent, 'third')];
    const one = lanes.run('program', clock.now(), first.run);
    const two = lanes.run('program', clock.now(), second.run);
    const three = lanes.run('program', clock.now(), third.run);
    await expect(two).rejects.toMatchObject({ code: 'superseded' });
    expect(sent).toEqual(['first']);
    first.end();
    await one;
    third.end();
    await three;
    expect(sent).toEqual(['first', 'third']);
  });

  it('do not wait for acts on another target', () => {
    void lanes.run('program', clock.now(), act(sent, 'cut').run);
    void lanes.run('record', clock.now(), act(sent, 'start').run);
    expect(sent).toEqual(['cut', 'start']);
  });

  it('are refused unsent when they waited too long to be still meant', async () => {
    const slow = act(sent, 'slow');
    const first = lanes.run('program', clock.now(), slow.run);
    const late = lanes.run('program', clock.now(), act(sent, 'late').run);
    clock.passAtOnce(2001);
    slow.end();
    await first;
    await expect(late).rejects.toMatchObject({ code: 'stale', params: { lateMs: 2001 } });
    expect(sent).toEqual(['slow']);
  });

  it('go on after one that failed', async () => {
    const broken = act(sent, 'broken');
    const failed = lanes.run('program', clock.now(), broken.run);
    const next = act(sent, 'next');
    const done = lanes.run('program', clock.now(), next.run);
    broken.fail(new Error('no'));
    await expect(failed).rejects.toThrow('no');
    next.end();
    await done;
    expect(sent).toEqual(['broken', 'next']);
  });
});
