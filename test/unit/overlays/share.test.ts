import { describe, expect, it } from 'vitest';
import { share } from '../../../overlays/graphics/lower-third/share.js';

describe('sharing room among plates', () => {
  it('gives everybody what they need where there is enough', () => {
    expect(share([300, 100, 200], 700)).toEqual([300, 100, 200]);
  });

  it('serves small needs whole and lets large ones share the rest, in the order of the seats', () => {
    expect(share([900, 100, 500], 700)).toEqual([300, 100, 300]);
  });

  it('never gives out more room than there is', () => {
    const given = share([1000, 1000, 1000, 1000], 1656);
    expect(given).toEqual([414, 414, 414, 414]);
  });
});
