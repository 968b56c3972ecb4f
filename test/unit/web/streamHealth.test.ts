import { describe, expect, it } from 'vitest';
import { healthOf } from '../../../web/stream/health.js';

const STREAM = { kbps: 4000, droppedShare: 0, dropped: 0, congestion: 0 };

describe('the health of a stream', () => {
  it.each([
    ['good while nothing is thrown away', {}, 'good'],
    ['good while congestion is short and small', { congestion: 0.3 }, 'good'],
    ['slow while OBS holds back', { congestion: 0.8 }, 'slow'],
    ['dropping while frames are thrown away', { droppedShare: 0.04, congestion: 1 }, 'dropping'],
    ['dropping also while congestion has fallen', { droppedShare: 0.04, congestion: 0 }, 'dropping'],
    ['good again after drops that were long ago', { dropped: 500 }, 'good'],
  ] as const)('is %s', (_, figures, line) => {
    expect(healthOf({ ...STREAM, ...figures }).line).toBe(line);
  });

  it('is not known before there are figures', () => {
    expect(healthOf(null)).toEqual({ line: 'unknown', kbps: null, droppedPercent: '0', dropped: 0 });
  });

  it.each([
    [0, '0'],
    [0.004, '0.4'],
    [0.25, '25'],
  ])('words a share of %s as %s percent', (droppedShare, percent) => {
    expect(healthOf({ ...STREAM, droppedShare }).droppedPercent).toBe(percent);
  });
});
