/** Where in a text something stands, for a person with an editor: both count from 1. */
export function placeAt(text: string, offset: number): string {
  let line = 1;
  let start = 0;
  for (;;) {
    const end = text.indexOf('\n', start);
    if (end === -1 || end >= offset) return `line ${line}, column ${offset - start + 1}`;
    line += 1;
    start = end + 1;
  }
}
