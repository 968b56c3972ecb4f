import { z } from 'zod';

/**
 * One line of text as typed: trimmed, without what pasting brings along unseen (bidi embeddings, marks of byte order,
 * accents beyond the fourth on one letter), at most `max` perceived characters.
 */
export const line = (max: number) =>
  z
    .string()
    .max(max * 16)
    .transform((text) =>
      text
        .normalize('NFC')
        .replace(/[\u202A-\u202E\u2066-\u2069\uFEFF]/gu, '')
        .replace(/(\p{M}{4})\p{M}+/gu, '$1')
        .replace(/\s+/gu, ' ')
        .trim(),
    )
    .refine((text) => !/[\p{Cc}\p{Cs}]/u.test(text), 'has control characters')
    .refine((text) => charactersIn(text) <= max, `is longer than ${max} characters`);

/** Something that can be seen: fillers and joiners alone would put an empty plate on air. */
export function isVisible(text: string): boolean {
  return /[\p{L}\p{N}\p{S}\p{P}]/u.test(text.replace(/[\p{Default_Ignorable_Code_Point}\u2800]/gu, ''));
}

/** User-perceived characters: an emoji or a letter with its marks is one. Made on use: making it costs a start 20 ms. */
function charactersIn(text: string): number {
  return [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)].length;
}
