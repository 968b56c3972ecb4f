import { decodeHTML } from 'entities';

/** A long text without the markup of a web page that some programs put in it. It is shown as text in any case. */
export function plainText(text: string | null): string {
  return characters(withoutTags(text ?? ''))
    .replace(/\r\n?/gu, '\n')
    .replace(/[ \t]+$/gmu, '')
    .replace(/\n{3,}/gu, '\n\n')
    .trim();
}

/** One line: a title, a name, a room. What looks like a tag in it is meant ("The <canvas> element"). */
export function plainLine(text: string | null): string {
  return characters(text ?? '')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Controls, halves of characters, and what turns the direction of all that follows. */
const UNSEEN = /[\p{Cs}\u202A-\u202E\u2066-\u2069\uFEFF]|(?![\t\n\r])\p{Cc}/gu;

function characters(text: string): string {
  const decoded = /&(?:#\d+|#x[\da-f]+|\w+);/iu.test(text) ? decodeHTML(text) : text;
  return decoded.normalize('NFC').replace(UNSEEN, '');
}

/** Only tags that exist: "if a<b and b>c" is meant as it stands. */
const NAMES =
  'a|b|blockquote|br|code|dd|del|div|dl|dt|em|figcaption|figure|font|h[1-6]|hr|i|iframe|img|kbd|li|mark|ol|p|pre|s|script|section|small|span|strong|style|sub|sup|table|tbody|td|th|thead|tr|u|ul';
/** `[^<>]` and not `.`: a text of nothing but `<p` takes no longer than another. */
const TAG = new RegExp(`</?(?:${NAMES})(?:[\\s/][^<>]*)?>`, 'giu');

function withoutTags(html: string): string {
  if (!html.includes('<')) return html;
  return html
    .replace(/<(?:script|style)(?:\s[^<>]*)?>[^<]*/giu, '')
    .replace(/<li(?:\s[^<>]*)?>/giu, '- ')
    .replace(/<\/p>\s*/giu, '\n\n')
    .replace(/<br(?:[\s/][^<>]*)?>|<\/(?:div|li|h\d|tr|ul|ol|blockquote)>/giu, '\n')
    .replace(TAG, '');
}
