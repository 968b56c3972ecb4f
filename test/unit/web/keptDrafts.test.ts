import { describe, expect, it } from 'vitest';
import { LookDrafts } from '../../../web/looks/drafts.svelte.js';
import { readDrafts } from '../../../web/looks/keptDrafts.js';
import { lookOf } from '../../fixtures/looks.js';
import { storageOf } from './storage.js';

const look = lookOf('a');
const edit = { name: 'Both', mics: { host: 'open' }, strap: { align: 'right', raised: true } } as const;

describe('what was edited of looks and not saved', () => {
  it('is there again when the sheet is opened again, until it is saved or discarded', () => {
    const storage = storageOf({});
    new LookDrafts(storage).edit(look, edit);
    const again = new LookDrafts(storage);
    expect(again.changeOf(look.id)).toEqual(edit);
    again.drop(look.id);
    expect(new LookDrafts(storage).isDirty(look.id)).toBe(false);
  });

  it('lasts as long as the sheet where storage is forbidden', () => {
    const forbidden = () => {
      throw new Error('SecurityError');
    };
    const drafts = new LookDrafts(forbidden);
    drafts.edit(look, { key: '3' });
    expect(drafts.changeOf(look.id)).toEqual({ key: '3' });
  });

  it.each([
    ['no JSON', '{'],
    ['no record', '[{"name":"a"}]'],
    ['an unknown field', '{"a":{"colour":"red"}}'],
    ['a strap without a height', '{"a":{"strap":{"align":"left"}}}'],
    ['a key that looks do not have', '{"a":{"key":"x"}}'],
    ['a list of mics', '{"a":{"mics":["open"]}}'],
    ['a number for a camera', '{"a":{"cameras":[1]}}'],
  ])('is left out when it is bad: %s', (_, text) => {
    expect(readDrafts(storageOf({ 'showfloor.looks': text }))).toEqual(new Map());
  });

  it('of other looks stays when one is bad', () => {
    const text = '{"a":{"name":7},"b":{"name":null,"isHidden":true}}';
    expect(readDrafts(storageOf({ 'showfloor.looks': text }))).toEqual(
      new Map([['b', { name: null, isHidden: true }]]),
    );
  });
});
