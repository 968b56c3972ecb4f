import { describe, expect, it } from 'vitest';
import { directionOf, hanLanguageOf, isDeep } from '../../../overlays/graphics/lower-third/script.js';

describe('the script of a name', () => {
  it.each([
    ['Seth Larson', 'ltr'],
    ['נועה בן־דוד', 'rtl'],
    ['محمد', 'rtl'],
    ['🚀 محمد', 'rtl'],
    ['1. Seth', 'ltr'],
    ['髙橋 さくら', 'ltr'],
    ['42', 'ltr'],
  ])('makes “%s” run %s', (name, direction) => {
    expect(directionOf(name)).toBe(direction);
  });

  it.each([
    ['髙橋 さくら', 'ja'],
    ['김민준 金', 'ko'],
    ['李小龍', 'zh-Hans'],
    ['Bruce Lee', ''],
  ])('draws the Han characters of “%s” as “%s”', (name, language) => {
    expect(hanLanguageOf(name)).toBe(language);
  });

  it.each([
    ['ليلى العلي', true],
    ['ใจดี กุล', true],
    ['Seth ليلى', true],
    ['נועה בן־דוד', false],
    ['Ångström', false],
    ['髙橋', false],
  ])('keeps the line below “%s” away: %s', (name, isAway) => {
    expect(isDeep(name)).toBe(isAway);
  });
});
