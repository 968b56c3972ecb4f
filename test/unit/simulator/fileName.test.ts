import { describe, expect, it } from 'vitest';
import { fileNameOf } from '../../../server/simulator/booth/fileName.js';

const at = new Date(2026, 1, 3, 4, 5, 6);

describe('the name of a recording', () => {
  it.each([
    ['%CCYY-%MM-%DD %hh-%mm-%ss', '2026-02-03 04-05-06'],
    ['100%% of %YY', '100% of 26'],
    ['%%CCYY', '%CCYY'],
    ['What? "This": <a|b>*', 'What_ _This__ _a_b__'],
    ['sub/name', 'sub/name'],
    ['', ''],
  ])('is made of %j as %j', (pattern, name) => {
    expect(fileNameOf(pattern, at)).toBe(name);
  });
});
