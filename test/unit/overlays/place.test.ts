import { describe, expect, it } from 'vitest';
import { placeIn } from '../../../overlays/graphics/lower-third/place.js';

describe('the place of a lower third', () => {
  it.each([
    [{ place: { align: 'centre', raised: true } }, { align: 'centre', raised: true }],
    [{ place: { align: 'right' } }, { align: 'right', raised: false }],
    [{ place: { raised: true } }, { align: 'left', raised: true }],
    [{ place: { align: 'above', raised: 'yes' } }, { align: 'left', raised: false }],
    [{ place: 'right' }, { align: 'left', raised: false }],
    [{}, { align: 'left', raised: false }],
    [null, { align: 'left', raised: false }],
  ])('in %j is %j', (data, place) => {
    expect(placeIn(data)).toEqual(place);
  });
});
