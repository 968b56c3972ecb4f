import { describe, expect, it } from 'vitest';
import { statisticsOf } from '../../../server/obs/feeds/statistics.js';

const BEFORE = {
  at: 1_000_000,
  cpuPercent: 10,
  activeFps: 30,
  diskFreeBytes: 5e9,
  render: { skipped: 3, total: 1000 },
  stream: { bytes: 1_000_000, dropped: 10, frames: 1000, congestion: 0 },
  record: { bytes: 2_000_000 },
};
const NOW = {
  ...BEFORE,
  at: 1_004_000,
  render: { skipped: 9, total: 1120 },
  stream: { bytes: 3_000_000, dropped: 16, frames: 1120, congestion: 0.4 },
  record: { bytes: 6_000_000 },
};

describe('the figures of OBS', () => {
  it('are rates of the last seconds, not since the start', () => {
    expect(statisticsOf(NOW, BEFORE)).toEqual({
      at: 1_004_000,
      cpuPercent: 10,
      activeFps: 30,
      diskFreeBytes: 5e9,
      renderLag: 0.05,
      stream: { kbps: 4000, dropped: 16, droppedShare: 0.05, congestion: 0.4 },
      record: { kbps: 8000, bytes: 6_000_000 },
    });
  });

  it('say nothing of a rate that cannot be known: the first sample, or a count that began anew', () => {
    expect(statisticsOf(NOW, NOW).stream?.kbps).toBeNull();
    const reconnected = { ...NOW, stream: { bytes: 100, dropped: 0, frames: 30, congestion: 0 } };
    expect(statisticsOf(reconnected, BEFORE).stream).toEqual({
      kbps: null,
      dropped: 0,
      droppedShare: 0,
      congestion: 0,
    });
  });

  it('are null for what does not run', () => {
    const idle = { ...NOW, stream: null, record: null };
    expect(statisticsOf(idle, BEFORE)).toMatchObject({ stream: null, record: null });
  });
});
