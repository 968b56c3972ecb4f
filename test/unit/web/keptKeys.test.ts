import { describe, expect, it } from 'vitest';
import { keepKeys, readKeys } from '../../../web/keys/keptKeys.js';
import { storageOf } from './storage.js';

const fresh = { changes: {}, isClicker: false };

describe('the keys that a device keeps', () => {
  it('come back as they were kept', () => {
    const storage = storageOf({});
    const kept = {
      changes: { mark: ['KeyR', null] as const, record: [null, null] as const },
      isClicker: true,
    };
    keepKeys(storage, kept);
    expect(readKeys(storage)).toEqual({ kept, wasBad: false });
  });

  it('are the defaults on a new device, and where storage is forbidden', () => {
    const forbidden = () => {
      throw new Error('SecurityError');
    };
    expect(readKeys(storageOf({}))).toEqual({ kept: fresh, wasBad: false });
    expect(readKeys(forbidden)).toEqual({ kept: fresh, wasBad: false });
    expect(() => keepKeys(forbidden, fresh)).not.toThrow();
  });

  it.each([
    ['no JSON', '{'],
    ['not an object', '[]'],
    ['without the clicker', '{"changes":{}}'],
    ['no key', '{"isClicker":false,"changes":{"mark":["<b>",null]}}'],
    ['a number for a key', '{"isClicker":false,"changes":{"mark":[5,null]}}'],
    ['three keys', '{"isClicker":false,"changes":{"mark":["KeyA",null,null]}}'],
    ['a key that clickers send', '{"isClicker":false,"changes":{"mark":["F5",null]}}'],
    ['one key for two actions', '{"isClicker":false,"changes":{"mark":["KeyA",null],"go":["KeyA",null]}}'],
    ['one key twice', '{"isClicker":false,"changes":{"mark":["KeyA","KeyA"]}}'],
  ])('are set aside when they are bad: %s', (_, text) => {
    const storage = storageOf({ 'showfloor.keys': text });
    expect(readKeys(storage)).toEqual({ kept: fresh, wasBad: true });
    expect(storage().getItem('showfloor.keys.unreadable')).toBe(text);
    expect(readKeys(storage)).toEqual({ kept: fresh, wasBad: false });
  });

  it('leave out what another version called an action', () => {
    const text = '{"isClicker":false,"changes":{"fly":["KeyA",null],"mark":["KeyB2",null]}}';
    const { kept } = readKeys(storageOf({ 'showfloor.keys': text }));
    expect(kept.changes).toEqual({ mark: ['KeyB2', null] });
  });
});
