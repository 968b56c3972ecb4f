import { describe, expect, it } from 'vitest';
import { isFull, moved, seatOf, toggled } from '../../../web/names/seats.js';

describe('the seats on the panel', () => {
  it('are counted from 1, from the left', () => {
    expect(seatOf(['ada', 'grace'], 'grace')).toBe(2);
    expect(seatOf(['ada'], 'grace')).toBeNull();
  });

  it('seat somebody at the right end and take somebody away without moving the others about', () => {
    expect(toggled(['ada', 'grace'], 'mary')).toEqual(['ada', 'grace', 'mary']);
    expect(toggled(['ada', 'grace', 'mary'], 'grace')).toEqual(['ada', 'mary']);
  });

  it.each([
    ['mary', ['ada', 'mary', 'grace']],
    ['grace', ['grace', 'ada', 'mary']],
    ['ada', ['grace', 'ada', 'mary']],
    ['nobody', ['ada', 'grace', 'mary']],
  ])('let %s change places with the neighbour', (guest, after) => {
    expect(moved(['ada', 'grace', 'mary'], guest)).toEqual(after);
  });

  it('leave a lone guest where the guest sits', () => {
    expect(moved(['ada'], 'ada')).toEqual(['ada']);
  });

  it('are full with four', () => {
    expect(isFull(['1', '2', '3'])).toBe(false);
    expect(isFull(['1', '2', '3', '4'])).toBe(true);
  });
});
