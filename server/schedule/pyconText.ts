import { NOBODY, type FoundPerson } from './found.js';

/** What PyCon's calendar packs into the description of an event. */
export interface PyconText {
  track: string | null;
  type: string | null;
  description: string;
  people: FoundPerson[];
}

/** Of a description that begins `Section: talks`, `Kind: talk`, `Name: ...` and may end with `Speakers:`; else null. */
export function pyconText(text: string): PyconText | null {
  const head = /^Section: (.*)\nKind: (.*)\nName: .*(?:\n|$)(?:https?:\/\/\S+\n?)?/u.exec(text);
  if (head === null) return null;
  const [whole, track = '', type = ''] = head;
  const rest = text.slice(whole.length);
  const at = rest.search(/(?:^|\n)Speakers:\n/u);
  return {
    track: track.trim() || null,
    type: type.trim() || null,
    description: at === -1 ? rest : rest.slice(0, at),
    people: at === -1 ? [] : speakersIn(rest.slice(at).split('\n')),
  };
}

/** Names are the lines outside of all paragraphs, and a person's paragraphs follow the name. */
function speakersIn(lines: readonly string[]): FoundPerson[] {
  const people: FoundPerson[] = [];
  let depth = 0;
  for (const line of lines) {
    const isName = depth === 0 && line.trim() !== '' && !line.startsWith('<') && line !== 'Speakers:';
    if (isName) people.push({ ...NOBODY, name: line, biography: '' });
    else {
      const last = people.at(-1);
      if (last !== undefined) last.biography += `${line}\n`;
    }
    const opened = line.match(/<(?:p|ul|ol|blockquote|pre|h\d)\b/giu)?.length ?? 0;
    const closed = line.match(/<\/(?:p|ul|ol|blockquote|pre|h\d)>/giu)?.length ?? 0;
    depth = Math.max(0, depth + opened - closed);
  }
  return people;
}
