import type { SegmentKind } from '../protocol/schedule.js';

/** What a session is for the floor, by the file's word for it; where there is none, by its title. */
export function kindOf(type: string | null, title: string): SegmentKind {
  for (const text of [type, type === null ? title : null]) {
    const found = text === null ? undefined : KINDS.find(([, words]) => words.test(text));
    if (found !== undefined) return found[0];
  }
  // Exports have breaks among the talks, with a type that says nothing.
  return BREAK_TITLE.test(title) ? 'break' : 'presentation';
}

const BREAK_TITLE =
  /^(?:(?:coffee|tea|lunch|morning|afternoon|networking)[\s-]*)?(?:break|pause)s?$|^(?:lunch|breakfast|dinner|coffee|mittagspause|kaffeepause|pause caf[eé])$/iu;

const KINDS: [SegmentKind, RegExp][] = [
  ['break', /\b(?:breaks?|lunch|coffee|breakfast|dinner|mittagspause|kaffeepause|pause)\b/iu],
  ['ama', /\b(?:ama|ask me anything|q\s?&\s?a|questions and answers)\b/iu],
  ['interview', /\binterviews?\b/iu],
  ['perspective', /\b(?:perspectives?|hallway|vox pop)\b/iu],
  ['demo', /\b(?:demos?|demonstrations?|showcase)\b/iu],
];
