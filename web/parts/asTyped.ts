/** A field in which names are typed: a browser that corrects them is wrong more often than the guest. */
export const AS_TYPED = {
  dir: 'auto',
  autocomplete: 'off',
  autocorrect: 'off',
  autocapitalize: 'off',
  spellcheck: 'false',
  enterkeyhint: 'done',
} as const;
