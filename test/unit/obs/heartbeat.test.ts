import { beforeEach, describe, expect, it } from 'vitest';
import { Heartbeat } from '../../../server/obs/heartbeat.js';
import { ManualClock } from '../../fixtures/manualClock.js';

describe('the heartbeat', () => {
  let clock: ManualClock;
  let heard: string[];
  let answering: Set<number>;
  let heart: Heartbeat;

  beforeEach(() => {
    clock = new ManualClock();
    heard = [];
    answering = new Set([0, 1]);
    heart = new Heartbeat({
      clock,
      lines: 2,
      ping: (line) => {
        if (answering.has(line)) heart.heard(line);
      },
      onBeat: () => heard.push('beat'),
      onQuiet: () => heard.push('quiet'),
      onDead: () => heard.push('dead'),
    });
    heart.start();
  });

  it('beats once a second while both lines answer', () => {
    clock.passAtOnce(5000);
    expect(heard).toEqual(['beat', 'beat', 'beat', 'beat', 'beat']);
  });

  it('calls a line that falls silent quiet after 2 s and dead before 5 s, whatever the other says', () => {
    answering.delete(1);
    clock.passAtOnce(1990);
    expect(heard).toEqual([]);
    clock.passAtOnce(260);
    expect(heard).toEqual(['quiet']);
    clock.passAtOnce(2250);
    expect(heard).toEqual(['quiet', 'dead']);
    clock.passAtOnce(60_000);
    expect(heard).toEqual(['quiet', 'dead']);
  });

  it('beats again when a quiet OBS answers on both lines', () => {
    answering.clear();
    clock.passAtOnce(2500);
    heart.heard(0);
    expect(heard).toEqual(['quiet']);
    heart.heard(1);
    expect(heard).toEqual(['quiet', 'beat']);
  });

  it('does not take its own sleep for silence', () => {
    clock.sleep(60_000);
    clock.passAtOnce(1000);
    expect(heard).toEqual(['beat']);
  });

  it('says nothing after it was stopped', () => {
    heart.stop();
    clock.passAtOnce(10_000);
    expect(heard).toEqual([]);
  });
});
