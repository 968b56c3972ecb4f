/** What no file system, or some, cannot hold in a name. */
const FORBIDDEN = /[/\\:*?"<>|]+/g;
/** Steers the text around it (a right-to-left override) or is nothing to see; the joiners of scripts and emoji stay. */
const UNSEEN = /(?![\u200C\u200D])[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/gu;

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** A text as a part of a file's name, in any script, on any file system; `maxBytes` in UTF-8. May come out empty. */
export function fileWords(text: string, maxBytes: number): string {
  const plain = text
    .normalize('NFC')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(UNSEEN, '')
    .replaceAll(FORBIDDEN, '-')
    // Windows drops them from an end, and a dot at the front hides a file.
    .replaceAll(/^[. ]+|[. ]+$/g, '');
  let kept = '';
  let bytes = 0;
  for (const { segment } of graphemes.segment(plain)) {
    bytes += Buffer.byteLength(segment);
    if (bytes > maxBytes) break;
    kept += segment;
  }
  return kept.trimEnd();
}
