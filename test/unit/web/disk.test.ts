import { describe, expect, it } from 'vitest';
import { secondsLeft } from '../../../web/status/disk.js';

const figures = { at: 0, cpuPercent: 0, activeFps: 30, renderLag: 0, stream: null };

describe('the disk', () => {
  it('lasts as long as the recording’s own rate says, less what OBS keeps free', () => {
    const diskFreeBytes = 50 * 1_048_576 + 1_000_000 * 60;
    expect(secondsLeft({ ...figures, diskFreeBytes, record: { kbps: 8000, bytes: 1 } })).toBe(60);
  });

  it('is not reckoned in time while nothing is recorded, or the rate is not known', () => {
    expect(secondsLeft({ ...figures, diskFreeBytes: 1e9, record: null })).toBeNull();
    expect(secondsLeft({ ...figures, diskFreeBytes: 1e9, record: { kbps: null, bytes: 0 } })).toBeNull();
    expect(secondsLeft({ ...figures, diskFreeBytes: 1e9, record: { kbps: 3, bytes: 0 } })).toBeNull();
  });

  it('is over where OBS would end the recording', () => {
    expect(secondsLeft({ ...figures, diskFreeBytes: 1e6, record: { kbps: 8000, bytes: 1 } })).toBe(0);
  });
});
