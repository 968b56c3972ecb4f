/** How many digits stand for a code where nobody can scan it. */
export const DIGITS = 6;

/** The code that an address carries behind its `#`; null: none. */
export function codeIn(hash: string): string | null {
  const code = hash.replace(/^#/u, '');
  return code === '' ? null : code;
}

/** What was typed or pasted, down to its digits: `123 456` is six of them, and so is `１２３４５６`. */
export function digitsIn(typed: string): string {
  return typed.normalize('NFKC').replace(/\D/gu, '').slice(0, DIGITS);
}
