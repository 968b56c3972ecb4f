import { z } from 'zod';

/** What turns the direction of all that follows, and marks of byte order: pasting brings them along unseen. */
const STEERING = /[\u202A-\u202E\u2066-\u2069\uFEFF]/gu;
/** Longest quotation, in UTF-16 units: a line of the log. */
const QUOTED_MAX = 160;
/** Control characters, and halves of characters. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}]/gu;

/**
 * One line of text as typed: trimmed, without what pasting brings along unseen (also accents beyond the fourth on one
 * letter), at most `max` perceived characters.
 */
export const line = (max: number) =>
  z
    .string()
    .max(max * 16)
    .transform((text) =>
      text
        .normalize('NFC')
        .replace(STEERING, '')
        .replace(/(\p{M}{4})\p{M}+/gu, '$1')
        .replace(/\s+/gu, ' ')
        .trim(),
    )
    .refine((text) => text.search(UNPRINTABLE) < 0, 'has control characters')
    .refine((text) => charactersIn(text) <= max, `is longer than ${max} characters`);

/** What something is called by OBS or by us, in letters that are compared and never cleaned: as it is, or not at all. */
export const identifier = z
  .string()
  .min(1)
  .max(200)
  .refine((text) => text.search(UNPRINTABLE) < 0 && text.search(STEERING) < 0, 'has control characters');

/** What somebody sent, as far as it is told to others: short, on one line, and without what steers it. */
export function quoted(text: string): string {
  return text
    .slice(0, QUOTED_MAX)
    .replace(STEERING, '')
    .replace(/\s+/gu, ' ')
    .replace(UNPRINTABLE, '')
    .trim();
}

/** Something that can be seen: fillers and joiners alone would put an empty plate on air. */
export function isVisible(text: string): boolean {
  return /[\p{L}\p{N}\p{S}\p{P}]/u.test(text.replace(/[\p{Default_Ignorable_Code_Point}\u2800]/gu, ''));
}

/** User-perceived characters: an emoji or a letter with its marks is one. Made on use: making it costs a start 20 ms. */
function charactersIn(text: string): number {
  return [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)].length;
}
