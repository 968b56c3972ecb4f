import { GUEST_LIMITS } from '../../server/protocol/codes.js';
import type { StrapPerson } from '../../server/protocol/slices.js';
import { perceivedLength, strapText } from './strap.js';

/** The fields of the form, the one that is always needed first. */
export const GUEST_FIELDS = ['name', 'title', 'organisation', 'pronouns'] as const;
export type GuestField = (typeof GUEST_FIELDS)[number];

export const EMPTY_DRAFT: StrapPerson = { name: '', title: '', organisation: '', pronouns: '' };

/** By how many characters a field is too long; 0 is fine. */
export function excessOf(field: GuestField, text: string): number {
  return Math.max(0, perceivedLength(text.trim()) - GUEST_LIMITS[field]);
}

/** Worth sending; what is wrong beyond that the server says in a sentence. */
export function isComplete(draft: StrapPerson): boolean {
  return strapText(draft).name !== '' && GUEST_FIELDS.every((field) => excessOf(field, draft[field]) === 0);
}
