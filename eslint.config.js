import svelte from 'eslint-plugin-svelte';
import tseslint from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/** Only what oxlint does not see: templates, and rules by type in the scripts of components. */
export default tseslint.config(
  { ignores: ['dist*/**', 'data/**'] },
  { files: ['**/*.svelte'], extends: [tseslint.configs.base, ...svelte.configs.recommended] },
  {
    files: ['**/*.svelte'],
    languageOptions: {
      parserOptions: {
        parser: tseslint.parser,
        project: 'web/tsconfig.json',
        extraFileExtensions: ['.svelte'],
        svelteConfig,
      },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'max-lines': ['error', 250],
      'no-empty': 'error',
      'no-restricted-syntax': [
        'error',
        {
          selector: 'SvelteAttribute[key.name="style"]',
          message: 'The policy of content refuses a style attribute; a style: directive sets it by script.',
        },
      ],
      'no-warning-comments': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      'svelte/button-has-type': 'error',
      'svelte/no-add-event-listener': 'error',
      'svelte/no-at-html-tags': 'error',
      'svelte/no-target-blank': 'error',
      'svelte/require-each-key': 'error',
      // Types of every expression to find stores, which we do not use: two thirds of the time.
      'svelte/require-store-reactive-access': 'off',
      'svelte/valid-compile': 'error',
    },
  },
);
