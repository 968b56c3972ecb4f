import { describe, expect, it } from 'vitest';
import { Locks } from '../../../web/locks/locks.svelte.js';
import { isEditing } from '../../../web/locks/editing.js';
import { storageOf } from './storage.js';

const forbidden = () => {
  throw new Error('SecurityError');
};

describe('the locks', () => {
  it('are open at first, and where storage is forbidden they last as long as the page', () => {
    const locks = new Locks({ page: forbidden, device: forbidden });
    expect([locks.isTouchLocked, locks.isEditLocked]).toEqual([false, false]);
    locks.lockTouch(true);
    locks.lockEdit(true);
    expect([locks.isTouchLocked, locks.isEditLocked]).toEqual([true, true]);
  });

  it('are two: each is kept by itself, for touches by the page and for edits by the device', () => {
    const page = storageOf({});
    const device = storageOf({});
    new Locks({ page, device }).lockTouch(true);
    const reloaded = new Locks({ page, device });
    expect([reloaded.isTouchLocked, reloaded.isEditLocked]).toEqual([true, false]);
    reloaded.lockEdit(true);
    const openedAnew = new Locks({ page: storageOf({}), device });
    expect([openedAnew.isTouchLocked, openedAnew.isEditLocked]).toEqual([false, true]);
    openedAnew.lockEdit(false);
    expect(new Locks({ page, device }).isEditLocked).toBe(false);
  });

  it('for edits stands before what is there, not before a new guest', () => {
    expect(isEditing({ kind: 'guest', guestId: 'somebody' })).toBe(true);
    expect(isEditing({ kind: 'guest', guestId: null })).toBe(false);
    expect(isEditing({ kind: 'keys' })).toBe(false);
  });
});
