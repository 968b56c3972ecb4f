import { describe, expect, it } from 'vitest';
import { grown, notYetLooked, type DiskLook, type Growth, type Look } from '../../../server/takes/growth.js';

const MIB = 1_048_576;
const START = 1_000_000;
const EVERY_MS = 2000;

/** A recording on this machine that is looked at every two seconds. */
function watched(options: Partial<Pick<Look, 'isHere' | 'isPaused'>> = {}) {
  let at = START;
  let growth: Growth = notYetLooked(at);
  return {
    /** Looks for so long; what is there and what OBS has counted, by the seconds since the start. */
    look(
      seconds: number,
      disk: (second: number) => number | Exclude<DiskLook['is'], 'file'>,
      counted: (second: number) => number | null,
      now: Partial<Look> = {},
    ) {
      for (const end = at + seconds * 1000; at < end;) {
        at += EVERY_MS;
        const second = (at - START) / 1000;
        const seen = disk(second);
        const look: DiskLook = typeof seen === 'number' ? { is: 'file', bytes: seen } : { is: seen };
        growth = grown(growth, {
          at,
          disk: look,
          counted: counted(second),
          isHere: true,
          isPaused: false,
          ...options,
          ...now,
        });
      }
      return growth.file;
    },
  };
}

const rate = (bytesPerSecond: number) => (second: number) => Math.round(second * bytesPerSecond);
/** As mkv does it: nothing for 5 s, then 5 s in one go. */
const steps = (bytesPerSecond: number) => (second: number) => Math.floor(second / 5) * 5 * bytesPerSecond;

describe('a file that is recorded', () => {
  it('is not judged before its first bytes, and grows with them, in steps', () => {
    const file = watched();
    expect(file.look(4, steps(130_000), rate(130_000)).state).toBe('unknown');
    expect(file.look(60, steps(130_000), rate(130_000))).toMatchObject({
      state: 'growing',
      grewAt: START + 60_000,
    });
  });

  it('is well for minutes while a still picture in silence does not fill what OBS holds back', () => {
    const file = watched();
    expect(file.look(240, () => 0, rate(1000)).state).toBe('unknown');
  });

  it('is stuck when OBS counts on and nothing reaches the disk, and is well again when it does', () => {
    const file = watched();
    file.look(30, steps(130_000), rate(130_000));
    expect(file.look(10, () => 3_900_000, rate(130_000)).state).toBe('growing');
    expect(file.look(10, () => 3_900_000, rate(130_000)).state).toBe('stuck');
    expect(file.look(6, steps(130_000), rate(130_000)).state).toBe('growing');
  });

  it('is stuck when OBS itself counts nothing any more', () => {
    const file = watched();
    file.look(20, steps(130_000), rate(130_000));
    expect(
      file.look(
        14,
        () => 2_600_000,
        () => 2_600_000,
      ).state,
    ).toBe('growing');
    expect(
      file.look(
        4,
        () => 2_600_000,
        () => 2_600_000,
      ).state,
    ).toBe('stuck');
  });

  it('is stuck soon after somebody deleted it, and not for a moment of absence', () => {
    const file = watched();
    file.look(20, steps(130_000), rate(130_000));
    expect(file.look(2, () => 'no-file', rate(130_000)).state).toBe('growing');
    expect(file.look(2, () => 'no-file', rate(130_000)).state).toBe('stuck');
  });

  it('that never came to be on this machine is stuck after the time of grace', () => {
    const file = watched();
    expect(file.look(14, () => 'no-file', rate(130_000)).state).toBe('unknown');
    expect(file.look(2, () => 'no-file', rate(130_000)).state).toBe('stuck');
  });

  it('may stand still while it is paused, and has its grace again after', () => {
    const file = watched();
    file.look(20, steps(130_000), rate(130_000));
    const still = () => 2_600_000;
    expect(file.look(120, still, still, { isPaused: true }).state).toBe('growing');
    expect(file.look(14, still, still).state).toBe('growing');
    expect(file.look(2, still, still).state).toBe('stuck');
  });

  it('is stuck on a disk that does not answer', () => {
    const file = watched();
    file.look(20, steps(130_000), rate(130_000));
    expect(file.look(16, () => 'silent', rate(130_000)).state).toBe('stuck');
  });

  it('that follows another one is not judged by what OBS counted for that', () => {
    expect(
      watched().look(
        60,
        () => 0,
        (second) => 900_000_000 + rate(1000)(second),
      ).state,
    ).toBe('unknown');
  });

  it('on a disk that was taken away is stuck', () => {
    const file = watched();
    file.look(20, steps(130_000), rate(130_000));
    expect(file.look(4, () => 'no-folder', rate(130_000)).state).toBe('stuck');
  });

  it('on another machine is not seen, neither well nor stuck, with the bytes that OBS counts', () => {
    const file = watched({ isHere: false });
    const seen = file.look(60, () => 'no-folder', rate(1000));
    expect(seen).toEqual({ state: 'unseen', bytes: 60_000, grewAt: START + 60_000 });
    expect(
      file.look(
        60,
        () => 'no-folder',
        () => 60_000,
      ),
    ).toEqual(seen);
  });

  it('in a folder that is not here is not seen, also when OBS is said to be on this machine', () => {
    expect(watched().look(60, () => 'no-folder', rate(130_000)).state).toBe('unseen');
  });

  it('on a disk that two machines share is seen by its growth, and not by a name alone', () => {
    const file = watched({ isHere: false });
    expect(file.look(20, () => 'no-file', rate(2 * MIB)).state).toBe('unseen');
    expect(file.look(20, () => 5 * MIB, rate(2 * MIB)).state).toBe('unseen');
    expect(file.look(20, steps(2 * MIB), rate(2 * MIB)).state).toBe('growing');
  });
});
