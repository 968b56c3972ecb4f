import type { StrapPerson } from '../../server/protocol/slices.js';

/** How a person reads on a lower third: the name, and under it what there is. */
export interface StrapText {
  name: string;
  pronouns: string;
  /** Title and organisation: each is set apart for the direction it is written in. */
  under: readonly string[];
}

export function strapText(person: StrapPerson): StrapText {
  const clean = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').trim();
  return {
    name: clean(person.name),
    pronouns: clean(person.pronouns),
    under: [person.title, person.organisation].map(clean).filter((text) => text !== ''),
  };
}

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Length as people count it, which is how the server counts: an emoji family is one. */
export function perceivedLength(text: string): number {
  return [...segmenter.segment(text)].length;
}
