import arabic from '@fontsource-variable/noto-sans-arabic/index.css?url';
import hebrew from '@fontsource-variable/noto-sans-hebrew/index.css?url';
import japanese from '@fontsource-variable/noto-sans-jp/index.css?url';
import korean from '@fontsource-variable/noto-sans-kr/index.css?url';
import chinese from '@fontsource-variable/noto-sans-sc/index.css?url';
import thai from '@fontsource-variable/noto-sans-thai/index.css?url';
import latin from '@fontsource-variable/noto-sans/index.css?url';
// The sheet of one file: the files split by range draw with SVG only, which Chromium does not.
import emoji from '@fontsource/noto-color-emoji/emoji.css?url';

interface Typeface {
  family: string;
  sheet: string;
  /** Which texts need it. The sheets split each family by `unicode-range`, so only what is used is fetched. */
  needs: RegExp;
  weights: readonly number[];
}

const BOTH = [700, 500];
const JAPANESE = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
const KOREAN = /\p{Script=Hangul}/u;
/** Not the signs that every typeface has as text. */
const EMOJI = /(?![©®™])\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20E3/u;

const TYPEFACES: readonly Typeface[] = [
  { family: 'Noto Sans Variable', sheet: latin, needs: /[^\s]/u, weights: BOTH },
  { family: 'Noto Sans Arabic Variable', sheet: arabic, needs: /\p{Script=Arabic}/u, weights: BOTH },
  { family: 'Noto Sans Hebrew Variable', sheet: hebrew, needs: /\p{Script=Hebrew}/u, weights: BOTH },
  { family: 'Noto Sans Thai Variable', sheet: thai, needs: /\p{Script=Thai}/u, weights: BOTH },
  { family: 'Noto Sans JP Variable', sheet: japanese, needs: JAPANESE, weights: BOTH },
  { family: 'Noto Sans KR Variable', sheet: korean, needs: KOREAN, weights: BOTH },
  { family: 'Noto Sans SC Variable', sheet: chinese, needs: /\p{Script=Han}/u, weights: BOTH },
  { family: 'Noto Color Emoji', sheet: emoji, needs: EMOJI, weights: [400] },
];

/**
 * Fetches the typefaces that these texts need, one text a person. Resolves when they can be measured, and at the
 * deadline in any case: a name in the system's typeface is better than no name.
 */
export async function loadTypefaces(texts: readonly string[], deadlineMs: number): Promise<void> {
  const needed = texts
    .flatMap((text) => typefacesFor(text).map((typeface) => ({ typeface, text })))
    .filter(({ typeface, text }) => !isThere(typeface, text))
    .map(({ typeface, text }) => fetchFor(typeface, text));
  // What is there already costs a name on air no turn of the page's loop.
  if (needed.length === 0) return;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const deadline = new Promise((resolve) => {
    timer = setTimeout(resolve, deadlineMs);
  });
  await Promise.race([Promise.allSettled(needed), deadline]);
  clearTimeout(timer);
}

/** Han characters come with the kana or hangul beside them; alone they are drawn as Chinese. */
function typefacesFor(text: string): Typeface[] {
  const isElsewhere = JAPANESE.test(text) || KOREAN.test(text);
  return TYPEFACES.filter((it) => it.needs.test(text) && !(isElsewhere && it.sheet === chinese));
}

/** What was there stays there as long as the page: to ask again costs as much as to put a name in. */
const THERE = new Set<string>();

function isThere({ family, sheet, weights }: Typeface, text: string): boolean {
  const letters = Array.from(text, (letter) => family + letter);
  if (letters.every((letter) => THERE.has(letter))) return true;
  if (!linkOf(hrefOf(sheet))?.sheet) return false;
  const is = weights.every((weight) => document.fonts.check(fontOf(weight, family), text));
  if (is) for (const letter of letters) THERE.add(letter);
  return is;
}

async function fetchFor({ family, sheet, weights }: Typeface, text: string): Promise<void> {
  await linked(hrefOf(sheet));
  await Promise.all(weights.map((weight) => document.fonts.load(fontOf(weight, family), text)));
}

function fontOf(weight: number, family: string): string {
  return `${weight} 40px "${family}"`;
}

function hrefOf(sheet: string): string {
  return new URL(sheet, import.meta.url).href;
}

function linkOf(href: string): HTMLLinkElement | undefined {
  return [...document.head.querySelectorAll('link')].find((link) => link.href === href);
}

/** `@font-face` only counts in the document, not in a shadow root. */
function linked(href: string): Promise<void> {
  const known = linkOf(href);
  if (known?.sheet) return Promise.resolve();
  const link = known ?? document.createElement('link');
  return new Promise((resolve, reject) => {
    link.addEventListener('load', () => resolve());
    link.addEventListener('error', () => {
      link.remove();
      reject(new Error(`${href} did not load`));
    });
    if (known) return;
    link.rel = 'stylesheet';
    link.href = href;
    document.head.append(link);
  });
}
