const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFF\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/** The direction of a text by its first letter, as `dir="auto"` would find it if it looked into isolates too. */
export function directionOf(text: string): 'ltr' | 'rtl' {
  const [first = ''] = /\p{L}/u.exec(text) ?? [];
  return RIGHT_TO_LEFT.test(first) ? 'rtl' : 'ltr';
}

/**
 * The language whose forms Han characters take, guessed from everything said of a person: kana are Japanese, hangul is
 * Korean. Empty where no Han character needs it.
 */
export function hanLanguageOf(text: string): 'ja' | 'ko' | 'zh-Hans' | '' {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return 'ja';
  if (/\p{Script=Hangul}/u.test(text)) return 'ko';
  return /\p{Script=Han}/u.test(text) ? 'zh-Hans' : '';
}

/** Whether the letters of a text reach so far down that a line below needs to keep away from them. */
export function isDeep(text: string): boolean {
  return /[\p{Script=Arabic}\p{Script=Thai}\p{Script=Devanagari}\p{Script=Khmer}\p{Script=Myanmar}]/u.test(
    text,
  );
}
