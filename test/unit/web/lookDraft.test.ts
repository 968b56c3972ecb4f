import { describe, expect, it } from 'vitest';
import { edited, excessOf, isEmpty, sendable } from '../../../web/looks/draft.js';
import { lookOf } from '../../fixtures/looks.js';

const look = lookOf('a', { key: '1', mics: { host: 'open', guest: 'closed' }, cameras: ['cam'] });

describe('the draft of a look', () => {
  it('holds what was edited, and no more', () => {
    const change = edited(look, edited(look, {}, { key: '2' }), { name: 'Both' });
    expect(change).toEqual({ key: '2', name: 'Both' });
  });

  it('is empty again when everything was put back', () => {
    const change = edited(look, {}, { key: '2', strap: { align: 'right', raised: false } });
    expect(isEmpty(edited(look, change, { key: '1', strap: { raised: false, align: 'left' } }))).toBe(true);
    expect(isEmpty(edited(look, {}, { mics: { guest: 'closed', host: 'open' }, cameras: ['cam'] }))).toBe(
      true,
    );
  });

  it('sends a name of spaces as none', () => {
    expect(sendable({ name: '  ', key: null })).toEqual({ name: null, key: null });
    expect(sendable({ name: 'Both' })).toEqual({ name: 'Both' });
  });

  it('counts a name as it is read', () => {
    expect(excessOf('👨‍👩‍👧'.repeat(60))).toBe(0);
    expect(excessOf('x'.repeat(62))).toBe(2);
    expect(excessOf(null)).toBe(0);
  });
});
