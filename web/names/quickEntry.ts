import type { StrapPerson } from '../../server/protocol/slices.js';

/** What only lists and spreadsheets put between texts, so that a comma inside of one is part of it. */
const LINES = /[\r\n\t\u2028\u2029]+|\s[|｜]\s/gu;
/** Commas and semicolons of all scripts, and a dash with room around it. The comma of a number is none. */
const COMMAS = /(?<!\d),|,(?!\d)|[،؛、，﹐﹑;；]|\s[-–—―]\s/gu;
const QUOTES =
  /(?<=^|[\s,،、，])(?:"[^"]+"|“[^”]+”|„[^“”]+[“”]|«[^»]+»|「[^」]+」|『[^』]+』)(?=$|[\s,،؛、，;；])/gu;
/** "(she/her)" behind a name. */
const PRONOUNS = /^(?<name>.*\S)\s*[(（](?<pronouns>[^()（）]*[/／][^()（）]*)[)）]$/u;

/**
 * One person from one line as people type it: "Ada Lovelace, Analytical engines, Royal Society". A lone name is fine;
 * what comes after the second comma belongs to the organisation; a text in quotes is one text.
 */
export function personIn(line: string): StrapPerson {
  const [first = '', title = '', organisation = ''] = textsIn(line.trim()).map(unquoted);
  const { name = first, pronouns = '' } = PRONOUNS.exec(first)?.groups ?? {};
  return { name, pronouns: pronouns.trim(), title, organisation };
}

/** Lines and columns of what was pasted, in one line that `personIn` reads the same. */
export function onOneLine(pasted: string): string {
  return pasted.trim().replaceAll(/\s*[\r\n\t\u2028\u2029]+\s*/gu, ' | ');
}

/** Between lines first; what is left over for the last of them, between commas. */
function textsIn(text: string): string[] {
  const lines = split(text, LINES, Infinity).filter((line) => line.trim() !== '');
  if (lines.length >= 3)
    return [
      ...lines.slice(0, 2),
      lines
        .slice(2)
        .map((line) => line.trim())
        .join(', '),
    ];
  const last = lines.at(-1) ?? '';
  return [...lines.slice(0, -1), ...split(last, COMMAS, 4 - Math.max(1, lines.length))];
}

/** At most so many parts; the last one keeps what would part it further, and so does what is in quotes. */
function split(text: string, between: RegExp, most: number): string[] {
  const quoted = [...text.matchAll(QUOTES)].map(({ index, 0: it }) => ({
    from: index,
    to: index + it.length,
  }));
  const parts: string[] = [];
  let from = 0;
  for (const { index, 0: separator } of text.matchAll(between)) {
    if (parts.length + 1 >= most) break;
    if (quoted.some((it) => it.from < index && index < it.to)) continue;
    parts.push(text.slice(from, index));
    from = index + separator.length;
  }
  return [...parts, text.slice(from)];
}

/** Trimmed, and without the quotes when they are around all of it. */
function unquoted(text: string): string {
  const whole = text.replaceAll(/\s+/gu, ' ').trim();
  const [quoted] = whole.match(QUOTES) ?? [];
  return quoted === whole ? whole.slice(1, -1).trim() : whole;
}
