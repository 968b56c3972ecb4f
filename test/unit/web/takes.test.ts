import { describe, expect, it } from 'vitest';
import { endingOf, fileOf, isAlarming, nameOf } from '../../../web/takes/describe.js';

const NAMED = { file: '2026-11-25 14-03 Ada 01', about: 'Ada', number: 1 };
const HERE = { here: [{ deviceId: 'b', name: 'iPad', role: 'producer', since: 1 }], deviceId: 'a' } as const;

describe('a take in the list', () => {
  it('is called what its file is called, on any system, else what it was asked to be called', () => {
    expect(nameOf({ path: '/rec/Ada 01 (2).mkv', named: NAMED })).toBe('Ada 01 (2)');
    expect(nameOf({ path: 'C:\\Videos\\Ada 01.mkv', named: null })).toBe('Ada 01');
    expect(nameOf({ path: null, named: NAMED })).toBe(NAMED.file);
    expect(nameOf({ path: null, named: null })).toMatch(/OBS/);
  });

  it.each([
    ['a', 'stopped on this device'],
    ['b', 'stopped on iPad'],
    ['c', 'stopped on a device that left'],
    [null, 'stopped here'],
  ])('says whose stop it was: %s', (stopAskedBy, says) => {
    expect(endingOf({ endedBy: 'crew', stopAskedBy }, { ...HERE, here: [...HERE.here] })).toBe(says);
  });

  it('says what became of its file, once it has ended', () => {
    const done = (file: Parameters<typeof fileOf>[0]['file']) => fileOf({ state: 'done', file });
    expect(done({ state: 'there', bytes: 123_456_789 })).toBe('on disk, 123 MB');
    expect(done({ state: 'there', bytes: 0 })).toBe('FILE IS EMPTY');
    expect(done({ state: 'missing', bytes: 0 })).toBe('FILE IS MISSING');
    expect(done({ state: 'unseen', bytes: 0 })).toBe('not seen on disk');
    expect(done(null)).toBe('file not looked at yet');
    expect(fileOf({ state: 'recording', file: null })).toBeNull();
  });

  it('calls for somebody when it was interrupted, or its file is lost', () => {
    const whole = { state: 'done', endedBy: 'crew', file: { state: 'there', bytes: 1 } } as const;
    expect(isAlarming(whole)).toBe(false);
    expect(isAlarming({ ...whole, state: 'interrupted' })).toBe(true);
    expect(isAlarming({ ...whole, file: { state: 'missing', bytes: 0 } })).toBe(true);
    expect(isAlarming({ ...whole, endedBy: 'disk-full' })).toBe(true);
  });
});
