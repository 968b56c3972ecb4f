import { LIMITS } from './limits.js';
import type { Remarks } from './remarks.js';

/** A long text, cut where it is longer than anybody reads. */
export function cutText(text: string, place: string, remarks: Remarks): string {
  return cut(text, LIMITS.text, place, remarks);
}

export function cutLine(text: string, place: string, remarks: Remarks): string {
  return cut(text, LIMITS.line, place, remarks);
}

function cut(text: string, most: number, place: string, remarks: Remarks): string {
  if (text.length <= most) return text;
  remarks.add('text-cut', place, { most });
  // Not between the halves of a character.
  return text.slice(0, most).replace(/\p{Cs}$/u, '');
}
