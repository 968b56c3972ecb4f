import { describe, expect, it } from 'vitest';
import { readAddress } from '../../../overlays/address.js';
import { LAYERS } from '../../../server/protocol/codes.js';

describe('the address of an overlay page', () => {
  it('means all layers on air without a query', () => {
    expect(readAddress('')).toEqual({ layers: [...LAYERS], kind: 'air', source: null });
  });

  it('names one layer, its source and a preview', () => {
    const address = readAddress('?layer=bug&source=abc&kind=preview');
    expect(address).toEqual({ layers: ['bug'], kind: 'preview', source: 'abc' });
  });

  it('is refused when there is no such layer', () => {
    expect(() => readAddress('?layer=lower-thrid')).toThrow('no layer “lower-thrid”');
  });
});
