import { describe, expect, it } from 'vitest';
import { takeToken } from '../../../overlays/token.js';

/** A tab: its address, and what its history keeps over a reload. */
function tabAt(hash: string) {
  const address = { hash, pathname: '/overlay/', search: '?layer=bug' };
  const shown: unknown[] = [];
  const history = {
    state: null as unknown,
    replaceState: (state: unknown, _title: string, url?: string | URL | null) => {
      history.state = state;
      address.hash = '';
      shown.push(url);
    },
  };
  return { take: () => takeToken(address, history), shown, open: (next: string) => (address.hash = next) };
}

describe('the token of an overlay page', () => {
  it('is taken from behind the #, and the address that is shown keeps its query and has no token', () => {
    const { take, shown } = tabAt('#token=abc_-9');
    expect(take()).toBe('abc_-9');
    expect(shown).toEqual(['/overlay/?layer=bug']);
  });

  it('is there again after a reload, and another one takes its place', () => {
    const { take, open } = tabAt('#token=first');
    take();
    expect(take()).toBe('first');
    open('#token=second');
    expect(take()).toBe('second');
  });

  it('is none where the address has none, and that address stays as it is', () => {
    const { take, shown } = tabAt('#other=abc');
    expect(take()).toBeNull();
    expect(shown).toEqual([]);
  });
});
