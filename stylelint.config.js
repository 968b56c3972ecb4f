/** Tablets and the Chromium inside OBS: the oldest that Showfloor supports. */
const BROWSERS = ['chrome 103', 'safari 16.4', 'ios_saf 16.4'];

/** @type {import('stylelint').Config} */
export default {
  plugins: ['stylelint-no-unsupported-browser-features'],
  overrides: [{ files: ['**/*.svelte', '**/*.html'], customSyntax: 'postcss-html' }],
  ignoreFiles: ['dist*/**'],
  reportNeedlessDisables: true,
  reportDescriptionlessDisables: true,
  rules: {
    'plugin/no-unsupported-browser-features': [
      true,
      // Safari on a tablet knows touch-action, has a prefix for text-size-adjust, and resizes no field anyway.
      {
        browsers: BROWSERS,
        ignorePartialSupport: true,
        ignore: ['css-resize', 'css-touch-action', 'text-size-adjust'],
      },
    ],
    'block-no-empty': true,
    'declaration-block-no-duplicate-properties': [true, { ignore: ['consecutive-duplicates'] }],
    'no-duplicate-selectors': true,
    'no-invalid-position-at-import-rule': true,
    'property-no-unknown': true,
    'selector-pseudo-class-no-unknown': [true, { ignorePseudoClasses: ['global'] }],
    'unit-no-unknown': true,
    // The data behind the plugin does not tell these apart, or does not know them.
    'at-rule-disallowed-list': ['position-try', 'scope', 'starting-style', 'view-transition'],
    'declaration-property-value-disallowed-list': {
      '/.*/': [
        /\b(?:color|color-mix|contrast-color|lab|lch|light-dark|oklab|oklch)\(/,
        /\b(?:abs|acos|asin|atan2?|cos|exp|hypot|log|mod|pow|rem|round|sign|sin|sqrt|tan)\(/,
        /\blinear\([\d.]/,
        /\d(?:cq\w+|lh|rlh|cap|rcap|ric)\b/,
      ],
    },
    'property-disallowed-list': [
      '/^(?:mask|mask-.+)$/',
      '/^scroll-timeline/',
      '/^animation-timeline/',
      '/^container/',
      'anchor-name',
      'field-sizing',
      'interpolate-size',
      'rotate',
      'scale',
      'text-wrap',
      'transition-behavior',
      'translate',
      'view-transition-name',
    ],
    'selector-pseudo-class-disallowed-list': ['dir', 'popover-open', 'user-invalid', 'user-valid'],
  },
};
