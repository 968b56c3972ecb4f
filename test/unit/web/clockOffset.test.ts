import { describe, expect, it } from 'vitest';
import { ClockOffset } from '../../../web/live/clockOffset.js';

/** A device whose clocks stand still unless told, and a server that is `ahead` of its running clock. */
function setUp({ ahead }: { ahead: number }) {
  const device = { running: 1000, wall: 500_000, ahead };
  const offset = new ClockOffset({ running: () => device.running, wall: () => device.wall });
  const pass = (ms: number) => {
    device.running += ms;
    device.wall += ms;
  };
  const sample = (there: number, back: number) =>
    offset.sample(async () => {
      pass(there);
      const answer = device.running + device.ahead;
      pass(back);
      return answer;
    });
  return { device, offset, pass, sample };
}

describe('the clock offset', () => {
  it('is unknown until measured, and draws with the device’s own clock meanwhile', () => {
    const { offset } = setUp({ ahead: 0 });
    expect(offset.isKnown).toBe(false);
    expect(offset.now()).toBe(500_000);
  });

  it('follows the server after one sample', async () => {
    const { offset, pass, sample, device } = setUp({ ahead: 9000 });
    await sample(5, 5);
    pass(300);
    expect(offset.isKnown).toBe(true);
    expect(offset.now()).toBe(device.running + 9000);
  });

  it('believes the best round trip, before and after worse ones', async () => {
    const { offset, sample, device } = setUp({ ahead: 9000 });
    await sample(100, 0);
    await sample(2, 2);
    await sample(0, 150);
    expect(offset.now()).toBe(device.running + 9000);
  });

  it('takes a worse sample once the best is old', async () => {
    const { offset, pass, sample, device } = setUp({ ahead: 9000 });
    await sample(1, 1);
    pass(61_000);
    await sample(40, 0);
    expect(offset.now()).toBe(device.running + 9020);
  });

  it('takes a sample that contradicts the best one: the server’s clock stepped', async () => {
    const { offset, sample, device } = setUp({ ahead: 9000 });
    await sample(1, 1);
    device.ahead = 99_000;
    await sample(10, 10);
    expect(offset.now()).toBe(device.running + 99_000);
  });

  it('is not moved by somebody setting the device’s clock, and notices it', async () => {
    const { offset, sample, device } = setUp({ ahead: 9000 });
    await sample(1, 1);
    expect(offset.hasStepped()).toBe(false);
    device.wall += 3_600_000;
    expect(offset.now()).toBe(device.running + 9000);
    expect(offset.hasStepped()).toBe(true);
  });

  it('notices a sleep that stopped the running clock', () => {
    const { offset, device } = setUp({ ahead: 0 });
    device.wall += 30_000;
    expect(offset.hasStepped()).toBe(true);
    offset.forget();
    expect(offset.hasStepped()).toBe(false);
  });

  it('draws with what it knew after it forgot, and does not call it known', async () => {
    const { offset, pass, sample, device } = setUp({ ahead: 9000 });
    await sample(1, 1);
    offset.forget();
    pass(50);
    expect(offset.isKnown).toBe(false);
    expect(offset.now()).toBe(device.running + 9000);
  });

  it('learns nothing from a sample without an answer', async () => {
    const { offset } = setUp({ ahead: 0 });
    await expect(offset.sample(() => Promise.reject(new Error('silence')))).rejects.toThrow('silence');
    expect(offset.isKnown).toBe(false);
  });
});
