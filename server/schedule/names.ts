/** Names as they stand in one cell or at the end of a title. */

/** Some have commas between names, and some a comma in a name: only what looks like names on both sides is split. */
export function splitNames(text: string): string[] {
  const parts = text
    .split(/\s*(?:[\n;|]|\s&\s|\s(?:and|und|et|e|y|og|och|en)\s|\s\/\s)\s*/u)
    .flatMap((part) => {
      const between = part.split(/\s*,\s*/u).filter((name) => name !== '');
      return between.length > 1 && between.every(isName) ? between : [part];
    });
  return parts.map((name) => name.trim()).filter((name) => name !== '');
}

/** `Title - Ada Lovelace, Grace Hopper` in two, where what stands last looks like names. */
export function titleAndNames(text: string): { title: string; names: string } {
  for (const separator of [/\s[–—]\s/gu, /\s-\s/gu]) {
    const last = [...text.matchAll(separator)].at(-1);
    if (last === undefined) continue;
    const names = text.slice(last.index + last[0].length).trim();
    const title = text.slice(0, last.index).trim();
    if (title !== '' && splitNames(names).every(isName) && names !== '') return { title, names };
  }
  return { title: text, names: '' };
}

/** Two to five words that begin like names, in any script; a single word may be anything. */
export function isName(text: string): boolean {
  const words = text.trim().split(/\s+/u);
  if (words.length < 2 || words.length > 5 || /[\d:!?@]/u.test(text)) return false;
  return words.every((word) =>
    /^\p{Lu}|^\p{Lo}|^(?:de|da|di|du|van|von|der|den|del|la|le|el|al|bin|ibn|y|e|zu)$/u.test(word),
  );
}
